import type { FactKind, Sensitivity } from '#features/people/domain/index.ts';
import { clausesOf, isConjunction, joinedParts, wordsOf, type Clause } from '#kit/domain/clauses.ts';
import { fold } from '#kit/domain/fold.ts';
import { armenian } from './armenian.ts';
import { bulgarian } from './bulgarian.ts';
import { english } from './english.ts';
import { greek } from './greek.ts';
import { persian } from './persian.ts';
import { serbian } from './serbian.ts';
import type { LearningWords } from './words.ts';

/** Something that seems to have been learned about the customer, to be confirmed by whoever wrote it. */
export type NoticedFact = {
  readonly kind: FactKind;
  readonly text: string;
  readonly sensitivity: Sensitivity;
  readonly start: number;
  readonly end: number;
};

type Phrase = { readonly text: string; readonly kind: FactKind; readonly isHealth: boolean };
type Ready = { readonly phrases: readonly Phrase[]; readonly us: ReadonlySet<string>; readonly notCertain: readonly string[] };

const kinds = ['preference', 'need', 'circumstance', 'interest', 'constraint'] as const;
const languages: readonly Ready[] = [english, greek, serbian, bulgarian, persian, armenian].map(makeReady);
const pronouns = new Set(
  `he she they it customer that и he's she's αυτός αυτή αυτοί on ona oni она он они он тя той те او آنها نا նա նրանք`.split(' ').map(fold),
);

/**
 * What a text tells about the customer, in any of the six languages: clauses that speak of what they prefer, need, care for, cannot take, or of what changed for
 * them. What speaks of us, of conditions, or asks, is none; what tells of health is sensitive.
 */
export function noticeFacts(text: string): readonly NoticedFact[] {
  return clausesOf(text)
    .filter((clause) => !clause.isQuestion)
    .flatMap((clause) => {
      const parts = joinedParts(text, clause).flatMap((part) => noticeIn(text, part) ?? []);
      // "Likes tea and coffee" is one; "likes tea and moved to Athens" are two.
      return parts.length > 1 ? parts : (noticeIn(text, clause) ?? []);
    });
}

function noticeIn(text: string, { start, end }: Clause): NoticedFact | undefined {
  const words = wordsOf(text, start, end);
  const first = words.findIndex(({ word }, index) => !isConjunction(word, words[index + 1]?.word));
  const spoken = first < 0 ? [] : words.slice(first);
  const line = ` ${spoken.map(({ word }) => fold(word.replaceAll('’', "'"))).join(' ')} `;
  const found = languages.map((language) => phraseIn(line, language)).find(Boolean);
  const beginning = spoken[pronouns.has(fold(spoken[0]?.word ?? '')) && spoken.length > 1 ? 1 : 0];
  if (!found || !beginning) return undefined;
  const said = text.slice(beginning.at, end);
  return { kind: found.kind, text: said, sensitivity: found.isHealth ? 'sensitive' : 'ordinary', start, end };
}

function phraseIn(line: string, { phrases, us, notCertain }: Ready): Phrase | undefined {
  const found = phrases.find(({ text }) => line.includes(` ${text} `));
  if (!found) return undefined;
  const [first = ''] = line.trim().split(' ');
  if (us.has(first) || notCertain.some((word) => line.includes(` ${word} `) && !found.text.includes(word))) return undefined;
  return found;
}

/** The longest phrases first, so that "does not like" is not "like". */
function makeReady({ health, us, notCertain, ...words }: LearningWords): Ready {
  const split = (text: string) => text.split('|').map((one) => fold(one).replaceAll('-', ' '));
  const phrases = [
    ...split(health).map((text): Phrase => ({ text, kind: 'constraint', isHealth: true })),
    ...kinds.flatMap((kind) => split(words[kind]).map((text): Phrase => ({ text, kind, isHealth: false }))),
  ];
  const longestFirst = phrases.toSorted((a, b) => Number(b.isHealth) - Number(a.isHealth) || b.text.length - a.text.length);
  return { phrases: longestFirst, us: new Set(split(us)), notCertain: split(notCertain) };
}
