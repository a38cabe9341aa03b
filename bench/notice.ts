import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticePromises, type NoticedPromise } from '#features/promises/domain/index.ts';
import { fold } from '#kit/domain/fold.ts';

/** When all sentences are said: a Wednesday. */
const NOW = Temporal.PlainDateTime.from('2026-11-18T11:20');

/** A sentence with what we promise in it: words that say what, and when (`11-24 17:00`, `11-24 12:00/18:00`, null where no moment is named). */
type Labelled = readonly [text: string, ...promised: readonly (readonly [what: string, due: string | null])[]];

/** Sentences of which is only known whether we promise something in them, and of some by when. */
type Further = { readonly ours: readonly (string | readonly [text: string, due: string | null])[]; readonly none: readonly string[] };

type Language = {
  readonly language: string;
  /** With which rules were made. */
  readonly development: readonly Labelled[];
  /** Put by to check the rules when they stood, and tried against them as they were then; read since, and learned from, so they tell nothing of the unseen any more. */
  readonly heldOut: readonly Labelled[];
  readonly further: Further;
};

/** How well promises are noticed in some sentences. What was missed or invented is listed with the sentence. */
export type Score = {
  readonly sentences: number;
  readonly promises: number;
  readonly precision: number;
  readonly recall: number;
  /** Of the promises found: the share with the right moment, and window, and with the words that say what. */
  readonly rightMoment: number;
  readonly rightWords: number;
  readonly faults: readonly string[];
};

/** The sentences of every language, as they were labelled by hand. */
export function labelledSentences(): readonly Language[] {
  const folder = join(import.meta.dirname, 'sentences');
  return readdirSync(folder)
    .toSorted()
    .map((file) => ({
      language: file.replace('.json', ''),
      ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Language, 'language'>),
    }));
}

export function scoreOf(sentences: readonly Labelled[]): Score {
  let [found, missed, invented, moments, words] = [0, 0, 0, 0, 0];
  const faults: string[] = [];
  for (const [text, ...promised] of sentences) {
    const noticed = noticePromises(text, NOW);
    const right = Math.min(noticed.length, promised.length);
    found += right;
    missed += promised.length - right;
    invented += noticed.length - right;
    if (promised.length > right) faults.push(`missed    ${text}`);
    if (noticed.length > right) faults.push(`invented  ${text}`);
    for (const [index, [what, due]] of promised.slice(0, right).entries()) {
      const one = noticed[index];
      if (!one) continue;
      if (saidWhen(one) === due) moments++;
      else faults.push(`moment    ${text}   ${saidWhen(one)} instead of ${due}`);
      if (fold(one.what).includes(fold(what))) words++;
      else faults.push(`words     ${text}   "${one.what}"`);
    }
  }
  const promises = found + missed;
  return {
    sentences: sentences.length,
    promises,
    precision: found / (found + invented),
    recall: found / promises,
    rightMoment: moments / found,
    rightWords: words / found,
    faults,
  };
}

/** Only whether something is promised, and by when where that is known: the words are not asked for. */
export function scoreOfFurther({ ours, none }: Further): Score {
  const noticed = ours.map((one) => {
    const [text, due] = typeof one === 'string' ? [one, undefined] : one;
    return { text, due, said: noticePromises(text, NOW).map(saidWhen) };
  });
  const missed = noticed.filter(({ said }) => said.length === 0).map(({ text }) => text);
  const invented = none.filter((text) => noticePromises(text, NOW).length > 0);
  const found = ours.length - missed.length;
  const timed = noticed.filter(({ due, said }) => due !== undefined && said.length > 0);
  const wrong = timed.filter(({ due, said }) => due === undefined || !said.includes(due));
  return {
    sentences: ours.length + none.length,
    promises: ours.length,
    precision: found / (found + invented.length),
    recall: found / ours.length,
    rightMoment: timed.length === 0 ? Number.NaN : 1 - wrong.length / timed.length,
    rightWords: Number.NaN,
    faults: [
      ...missed.map((text) => `missed    ${text}`),
      ...invented.map((text) => `invented  ${text}`),
      ...wrong.map(({ text, due, said }) => `moment    ${text}   ${said.join(', ')} instead of ${due}`),
    ],
  };
}

const partWidth = 21;

export const bench = {
  name: 'notice',
  about: 'precision and recall of promises noticed in labelled sentences, by language [file with a sentence in each line] [--faults]',
  run: (args: string[]) => {
    const file = args.find((arg) => !arg.startsWith('-'));
    if (file !== undefined) return Promise.resolve(showFile(file));
    console.log(
      `${''.padEnd(4)}${'part'.padEnd(partWidth)}${'sentences'.padStart(10)}${'promises'.padStart(10)}${'precision'.padStart(11)}${'recall'.padStart(9)}${'moment'.padStart(9)}${'words'.padStart(9)}`,
    );
    const faults: string[] = [];
    for (const { language, development, heldOut, further } of labelledSentences()) {
      const parts = [
        ['development', scoreOf(development)],
        ['put by, read since', scoreOf(heldOut)],
        ['further, read since', scoreOfFurther(further)],
      ] as const;
      for (const [part, score] of parts) {
        console.log(lineOf(part === 'development' ? language : '', part, score));
        faults.push(...score.faults.map((fault) => `${language}  ${part.padEnd(partWidth)} ${fault}`));
      }
    }
    console.log(
      '\nRules were made or mended with all of these; what a first reading gave stands in docs/decisions/2026-11-22-noticing-by-grammar.md.',
    );
    console.log(`${(timePerText() * 1000).toFixed(0)} µs for a sentence`);
    if (args.includes('--faults')) console.log(`\n${faults.join('\n')}`);
    return Promise.resolve();
  },
};

function lineOf(language: string, part: string, score: Score): string {
  const shares = [score.precision, score.recall, score.rightMoment, score.rightWords];
  const [first, ...rest] = shares.map((share) => (Number.isNaN(share) ? '' : share.toFixed(3)));
  return `${language.padEnd(4)}${part.padEnd(partWidth)}${String(score.sentences).padStart(10)}${String(score.promises).padStart(10)}${first?.padStart(11)}${rest.map((share) => share.padStart(9)).join('')}`;
}

/** What is noticed in each line of a file, so that any other set can be looked at. */
function showFile(file: string): void {
  for (const text of readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')) {
    const noticed = noticePromises(text, NOW);
    console.log(`${noticed.length === 0 ? '-' : noticed.map((one) => `[${one.what}, ${saidWhen(one)}]`).join(' ')}   ${text}`);
  }
}

/** `11-24 17:00`, `11-24 12:00/18:00`, `11-23 09:00/11-27 17:00`. */
function saidWhen({ dueAt, dueFrom }: NoticedPromise): string | null {
  if (dueAt === null) return null;
  const [day, hour] = partsOf(dueAt);
  if (dueFrom === null) return `${day} ${hour}`;
  const [firstDay, firstHour] = partsOf(dueFrom);
  return firstDay === day ? `${day} ${firstHour}/${hour}` : `${firstDay} ${firstHour}/${day} ${hour}`;
}

function partsOf(moment: Temporal.PlainDateTime): [day: string, hour: string] {
  const [day = '', hour = ''] = moment.toString({ smallestUnit: 'minute' }).split('T');
  return [moment.year === NOW.year ? day.slice(5) : day, hour];
}

function timePerText(): number {
  const texts = labelledSentences().flatMap(({ development }) => development.map(([text]) => text));
  const start = performance.now();
  for (let round = 0; round < 5; round++) for (const text of texts) noticePromises(text, NOW);
  return (performance.now() - start) / (5 * texts.length);
}
