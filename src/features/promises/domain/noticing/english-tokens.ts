import { adverb, elided, expanded } from './english-words.ts';
import { lineOf } from './grammar.ts';

export type Token = { readonly word: string; readonly at: number };

/** "I'll" is "I will", "can't" is "can not". */
export function apart(plain: readonly string[]): readonly Token[] {
  return plain.flatMap((word, at): Token[] => {
    const short = /^(i|we|you|he|she|it|they|that|there|who|\p{L}+)'(ll|m|re|ve|d)$/u.exec(word);
    if (short) return [short[1] ?? '', expanded[short[2] ?? ''] ?? ''].map((part) => ({ word: part, at }));
    const is = /^(\p{L}+)'s$/u.exec(word);
    if (is && isShortIs(is[1] ?? '', plain[at + 1] ?? '')) return [is[1] ?? '', 'is'].map((part) => ({ word: part, at }));
    const negated = /^(\p{L}+?)(?:n't|nt)$/u.exec(word);
    if (negated && /^(?:wo|ca|do|did|wou?ld|could|should|is|are|was|were|have|has|had|sha|must|does|need)$/.test(negated[1] ?? ''))
      return [
        { word: negated[1] === 'wo' ? 'will' : negated[1] === 'ca' ? 'can' : (negated[1] ?? ''), at },
        { word: 'not', at },
      ];
    if (word === "let's" || word === 'lets') return ['let', 'us'].map((part) => ({ word: part, at }));
    if (word === 'cannot') return ['can', 'not'].map((part) => ({ word: part, at }));
    if (word === 'gonna') return ['going', 'to'].map((part) => ({ word: part, at }));
    if (word === 'ill' && at === 0 && elided.has(plain[at + 1] ?? '')) return ['i', 'will'].map((part) => ({ word: part, at }));
    return [{ word, at }];
  });
}

/** "It's being sent", "the van's on its way"; not "the customer's van", nor "it's been sent". */
function isShortIs(word: string, next: string): boolean {
  if (next === 'been') return false;
  return (
    /^(?:it|that|he|she|there|here|who|what|everything)$/.test(word) ||
    /^(?:being|on|ready|due|going|scheduled|back|\p{L}{2,}ing)$/u.test(next)
  );
}

export type Subject = {
  readonly person: 1 | 2 | 3;
  readonly place: number;
  readonly isElided: boolean;
  readonly isQuestion: boolean;
  readonly isOurs?: boolean;
};

export function subjectBefore(tokens: readonly Token[], aux: number): Subject {
  let place = aux - 1;
  while (place >= 0 && adverb.test(tokens[place]?.word ?? '')) place--;
  const word = tokens[place]?.word ?? '';
  const next = tokens[aux + 1]?.word ?? '';
  const isQuestion = place < 0 && /^(?:i|we|you|he|she|they|it|there|the|your)$/.test(next) && tokens[aux]?.word !== 'going';
  if (place < 0 || /^(?:and|but|so|then|or)$/.test(word)) {
    // "I'm on it and will report back": it is still I.
    const isSaid = /^(?:i|we)$/.test(tokens[0]?.word ?? '');
    return { person: 1, place: aux, isElided: !isSaid, isQuestion };
  }
  if (/^(?:i|we)$/.test(word)) return { person: 1, place, isElided: false, isQuestion };
  // "Maria and I", "both of us".
  if (/^(?:us)$/.test(word)) return { person: 1, place, isElided: false, isQuestion };
  return { person: word === 'you' ? 2 : 3, place, isElided: false, isQuestion };
}

/** "He thinks we will", "she asked if we would": somebody else says so. */
export function theySpeak(line: string): boolean {
  const said =
    / (?:rather|prefers|preferred|asks|asked|asking|wants|wanted|thinks|thought|believes?|believed|expects?|expected|hopes|hoped|says|said|wonders|wondered|insists|insisted|claims|claimed|knows|knew|assumes|assumed|demands|demanded|heard|told|worried|afraid|wrote|complains|complained|keeps saying|sure|feels|suspects|guesses|reckons|understood) /.exec(
      line,
    );
  if (!said || / (?:was|were|been) $/.test(line.slice(0, said.index + 1))) return false;
  const before = lineOf(line.slice(0, said.index).trim().split(' ').slice(-3));
  const isPlain = line.slice(0, said.index).trim() === '';
  return !(/ (?:i|we|i've|we've|have|just|also|already) $/.test(before) || (isPlain && / (?:told|said|wrote|asked) /.test(said[0])));
}

export function skipAdverbs(tokens: readonly Token[], from: number): number {
  let place = from;
  while (adverb.test(tokens[place]?.word ?? '')) place++;
  return place;
}

export function wordBefore(tokens: readonly Token[], place: number): string {
  let before = place - 1;
  while (before >= 0 && adverb.test(tokens[before]?.word ?? '')) before--;
  return tokens[before]?.word ?? '';
}

export function towards(rest: readonly string[]): { readonly toUs: boolean; readonly toYou: boolean } {
  const near = rest.slice(0, 6);
  return { toUs: near.some((word) => word === 'us' || word === 'me'), toYou: near.includes('you') || near.includes('your') };
}
