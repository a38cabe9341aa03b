import { isConjunction, wordsOf, type Clause } from '#kit/domain/clauses.ts';
import { findMoment, type SaidMoment } from '#kit/domain/moments/moment.ts';
import { english } from './english.ts';
import type { Grammar } from './grammar.ts';
import { grammarsOf } from './languages.ts';

/** What a clause hangs on, and the word with which that begins: a condition, or only a time ("once it arrives"). */
export type Condition = { readonly kind: 'if' | 'when'; readonly at: number; /** Behind its own words. */ readonly behind: number };

/** A clause as it was read. */
export type ReadClause = {
  /** In lower case; what says when, and "and" at its beginning, is left out. */
  readonly words: readonly string[];
  /** Where each stands in the clause. */
  readonly places: readonly number[];
  /** The "and" at its beginning. */
  readonly joint: string;
  readonly moment: SaidMoment | undefined;
  readonly condition: Condition | undefined;
};

/** Reads the clauses of a text, each once. */
export type Reader = {
  readonly text: string;
  readonly grammars: readonly Grammar[];
  readonly read: (clause: Clause) => ReadClause;
};

export function readerOf(text: string, now: Temporal.PlainDateTime): Reader {
  const grammars = grammarsOf(text);
  const known = new Map<string, ReadClause>();
  return {
    text,
    grammars,
    read({ start, end }) {
      const key = `${String(start)} ${String(end)}`;
      const read = known.get(key) ?? readClause(text.slice(start, end), grammars, now);
      known.set(key, read);
      return read;
    },
  };
}

function readClause(clause: string, grammars: readonly Grammar[], now: Temporal.PlainDateTime): ReadClause {
  const moment = findMoment(clause, now);
  const words = wordsOf(clause, 0, clause.length).filter(({ at }) => !moment || at < moment.start || at >= moment.end);
  const first = words.findIndex(({ word }, index) => !isConjunction(word, words[index + 1]?.word) || isArticle(word, grammars));
  const said = first < 0 ? [] : words.slice(first);
  const lower = said.map(({ word }) => word.toLowerCase().replaceAll('’', "'"));
  const conditions = grammars.map((grammar) => conditionIn(grammar, grammar.prepare(lower)));
  return {
    words: lower,
    places: said.map(({ at }) => at),
    joint: first > 0 ? (words[0]?.word ?? '') : '',
    moment,
    condition: conditions.find((one) => one !== undefined),
  };
}

/** Serbian "a" is "and, but"; in English it joins nothing. */
export function isArticle(word: string, grammars: readonly Grammar[]): boolean {
  return /^a$/i.test(word) && grammars.length === 1 && grammars[0] === english;
}

/** On what a clause hangs. "If" behind asking is "whether"; "when" is a condition where it waits for the customer. */
export function conditionIn(grammar: Grammar, plain: readonly string[]): Condition | undefined {
  let when: Condition | undefined;
  for (const at of plain.keys()) {
    const rest = ` ${plain.slice(at, at + 4).join(' ')} `;
    const isAsked = at > 0 && plain.slice(0, at).some((word) => grammar.asking.test(word));
    if (grammar.condition.exec(rest)?.index === 0 && !isAsked) return { kind: 'if', at, behind: at + 1 };
    const time = grammar.time.exec(rest);
    if (time?.index !== 0) continue;
    const length = time[0].trim().split(' ').length;
    if (grammar.isTheirDoing(plain.slice(at + length))) return { kind: 'if', at, behind: at + length };
    when ??= { kind: 'when', at, behind: at + length };
  }
  return when;
}

/** What a clause says from a place on, without the words that say when. */
export function withoutMoment(clause: string, from: number, moment: SaidMoment | undefined): string {
  const left = moment ? `${clause.slice(0, moment.start)}${' '.repeat(moment.end - moment.start)}${clause.slice(moment.end)}` : clause;
  return left
    .slice(from)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:;،؛–—-]+|[\s,.:;،؛–—՝-]+$/gu, '');
}
