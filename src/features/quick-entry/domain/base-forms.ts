import { fold } from '#kit/domain/fold.ts';

/** Endings that a name takes in a sentence, each with those that it may have by itself; `''` is none. */
type Endings = readonly (readonly [ending: RegExp, ...bases: readonly string[]])[];

const greek: Endings = [
  [/ο$/, 'ος'],
  [/ου$/, 'ος', 'ης'],
  [/ας$/, 'α'],
  [/ης$/, 'η'],
  [/α$/, 'ας'],
  [/η$/, 'ης'],
  [/ε$/, 'ος'],
];
const serbian: Endings = [
  [/(?:om|em|ом|ем)$/, '', 'o', 'a', 'о', 'а'],
  [/(?:u|у)$/, '', 'a', 'o', 'а', 'о'],
  [/(?:e|i|е|и)$/, 'a', 'а'],
  [/(?:a|а)$/, '', 'o', 'о'],
];
const armenian: Endings = [
  [/ին$/, '', 'ի'],
  [/ի$/, ''],
  [/ից$/, '', 'ի'],
  [/(?:ով|ը|ն)$/, ''],
];
const english: Endings = [[/['’]s$/, '']];

/**
 * The spellings under which a name of a sentence may be known, the one as written first: `Μαρίας` is Μαρία, `Petrom` is Petar, `Նարեին` is Նարե. More than one
 * word is bent as a whole.
 */
export function baseForms(name: string): readonly string[] {
  const words = name.split(/\s+/);
  const bent = words.map((word) => [word, ...basesOf(word)]);
  const longest = Math.max(...bent.map((forms) => forms.length));
  const together = Array.from({ length: longest }, (_, index) => bent.map((forms) => forms[Math.min(index, forms.length - 1)]).join(' '));
  return [...new Set(together)];
}

function basesOf(word: string): string[] {
  const endings = endingsFor(word);
  return endings.flatMap(([ending, ...bases]) => {
    const lower = word.toLowerCase();
    if (!ending.test(lower) && !ending.test(fold(lower))) return [];
    const stem = word.slice(0, word.length - (ending.exec(lower)?.[0].length ?? ending.exec(fold(lower))?.[0].length ?? 0));
    if (stem.length < 2) return [];
    const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
    return bases
      .filter(
        (base) => base === '' || isCyrillic === /\p{Script=Cyrillic}/u.test(base) || /\p{Script=Greek}|\p{Script=Armenian}/u.test(base),
      )
      .flatMap((base) => (base === '' ? [stem, ...withFleetingA(stem)] : [`${stem}${base}`]));
  });
}

// Petar is Petra in the genitive: the last vowel flees.
function withFleetingA(stem: string): string[] {
  const latin = /^(.+[bcčćdfghjklmnprsštvzž])([rlkn])$/iu.exec(stem);
  const cyrillic = /^(.+[бцчћдфгхјклмнпрсштвзж])([рлкн])$/iu.exec(stem);
  return [...(latin ? [`${latin[1]}a${latin[2]}`] : []), ...(cyrillic ? [`${cyrillic[1]}а${cyrillic[2]}`] : [])];
}

function endingsFor(word: string): Endings {
  if (/\p{Script=Greek}/u.test(word)) return greek;
  if (/\p{Script=Armenian}/u.test(word)) return armenian;
  if (/\p{Script=Arabic}/u.test(word)) return [];
  return [...english, ...serbian];
}
