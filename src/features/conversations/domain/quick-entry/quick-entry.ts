import { fold } from '#kit/domain/fold.ts';
import { armenian } from './armenian.ts';
import { bulgarian } from './bulgarian.ts';
import { english } from './english.ts';
import { greek } from './greek.ts';
import type { Phrase } from './lexicon.ts';
import { isOnlyNamed, namedIn } from './named.ts';
import { persian } from './persian.ts';
import { serbian } from './serbian.ts';
import type { Direction, TouchpointKind } from '../touchpoint.ts';

/** What one line says; null is what it does not say. */
export type QuickEntry = {
  readonly kind: TouchpointKind | null;
  readonly direction: Direction | null;
  readonly reached: boolean | null;
  readonly minutes: number | null;
  readonly pulse: number | null;
  readonly summary: string;
};

/**
 * Reads a line such as `called 12 min, prefers mornings :4`, `τηλέφωνο 5' δεν απάντησε` or `تماس ۱۰ دقیقه`, whatever language the
 * colleague has chosen. What happened, how long and whether anybody answered stand before the first comma or full stop; `:1` to `:5`, the pulse,
 * anywhere. What is left is the summary. `names` are names of the customer, who need not be named in their own timeline.
 */
export function readQuickEntry(line: string, names: readonly string[] = []): QuickEntry {
  const { pulse, reading } = readLine(line, names);
  const { kind, direction, reached, minutes } = reading;
  return { kind, direction, reached, minutes, pulse, summary: reading.summary() };
}

/**
 * Who a line seems to name as the one it happened with, as it was written there: "Maria" of `called Maria 12 min`, `Μαρία` of `τηλεφώνησα στη Μαρία`. Whether
 * there is such a customer is for others to find out. Undefined where nobody is named.
 */
export function nameInQuickEntry(line: string): string | undefined {
  return readLine(line, []).reading.named();
}

function readLine(line: string, names: readonly string[]): { pulse: number | null; reading: Reading } {
  const { pulse, text } = takePulse(line.normalize('NFC'));
  const reading = new Reading(text, names);
  reading.readOn();
  reading.readPastNames();
  return { pulse, reading };
}

function takePulse(text: string): { pulse: number | null; text: string } {
  const found = /(^|[\s,.;،؛])(:([1-5]))(?=$|[\s,.;،؛])/.exec(fold(text));
  if (!found) return { pulse: null, text };
  const start = found.index + (found[1]?.length ?? 0);
  return { pulse: Number(found[3]), text: `${text.slice(0, start)}${text.slice(start + 2)}` };
}

class Reading {
  kind: TouchpointKind | null = null;
  direction: Direction | null = null;
  reached: boolean | null = null;
  minutes: number | null = null;
  private readonly text: string;
  private readonly folded: string;
  private readonly names: readonly string[];
  private readonly clauseEnd: number;
  private position = 0;
  private readonly taken: [start: number, end: number][] = [];
  private phrase: [start: number, end: number] = [0, 0];

  constructor(text: string, names: readonly string[]) {
    this.text = text;
    this.folded = fold(text);
    this.names = names
      .flatMap((name) => [name, ...name.split(/\s+/)])
      .map(fold)
      .filter((name) => name.length > 1);
    // A point between digits is part of a number, and one behind a title or an initial part of a name, not the end of what happened.
    const end = /[,;،؛\n!?؟]|(?<!(?<![\p{L}\p{N}])(?:\p{L}|mrs?|ms|dr|κα|κοσ))\.(?!\d)|:(?!\d)| [-–—] /u.exec(this.folded);
    this.clauseEnd = end ? end.index : this.folded.length;
  }

  /** Takes what is understood from here on, until something is not. */
  readOn(): void {
    const start = this.position;
    let understood = start;
    for (;;) {
      if (this.takePhrase() || this.takeMinutes(this.position) || this.takeUnreached(this.position) || this.takeName())
        understood = this.position;
      else if (this.skipFiller()) understood = this.endsClause(this.position) ? this.position : understood;
      else if (!this.skipBlanks()) break;
    }
    this.position = understood;
    this.taken.push([start, understood]);
  }

  /** Where somebody is named in between: "called Maria 12 min", "Maria called, no answer". */
  readPastNames(): void {
    if (this.position >= this.clauseEnd) return;
    if (this.kind === null && this.findPhrase()) {
      const [start, end] = this.phrase;
      if (isOnlyNamed(this.folded.slice(0, start), this.names, fillers)) this.taken.push([0, end]);
      this.readOn();
    }
    if (this.kind === null || this.position >= this.clauseEnd) return;
    for (let at = this.position; at < this.clauseEnd; at++) {
      if (!this.startsWord(at)) continue;
      if ((!this.meansMoment(at) && this.takeMinutes(at)) || this.takeUnreached(at)) this.taken.push([at, this.position]);
    }
    this.position = this.clauseEnd;
    while (this.takeWholeClause());
  }

  summary(): string {
    let rest = '';
    let from = 0;
    for (const [start, end] of this.taken.toSorted((a, b) => a[0] - b[0])) {
      rest += this.text.slice(from, start);
      from = Math.max(from, end);
    }
    return (rest + this.text.slice(from))
      .replace(/\s+([,.;،؛])/g, '$1')
      .replace(/^[\s,.;:،؛–—-]+|[\s,;،؛]+$/gu, '')
      .replace(/\s+/g, ' ');
  }

  named(): string | undefined {
    const head = { text: this.text, folded: this.folded, end: this.clauseEnd, isKnown: this.kind !== null };
    return namedIn(head, [...this.taken, this.phrase], fillers, topics);
  }

  private skipBlanks(): boolean {
    return this.take(/^[\s,.;،؛–—-]+/.exec(this.folded.slice(this.position))?.[0].length ?? 0, this.position);
  }

  private takePhrase(): boolean {
    if (this.kind !== null) return false;
    const phrase = longestAt(this.folded, this.position, phrasesByLength);
    if (!phrase || (phrase.noun && !this.endsStatement(this.position + phrase.text.length))) return false;
    this.say(phrase, phrase.direction);
    this.phrase = [this.position, this.position + phrase.text.length];
    return this.take(phrase.text.length, this.position);
  }

  private findPhrase(): boolean {
    for (let at = this.position; at < this.clauseEnd; at++) {
      const phrase = this.startsWord(at) ? longestAt(this.folded, at, phrasesByLength) : undefined;
      if (!phrase || phrase.noun) continue;
      this.say(phrase, phrase.afterName ?? phrase.direction);
      this.phrase = [at, at + phrase.text.length];
      return this.take(phrase.text.length, at);
    }
    return false;
  }

  // Further on a length or a missing answer is only believed where it stands alone: "10 min later he came" is a story.
  private takeWholeClause(): boolean {
    const start = this.position;
    this.skipBlanks();
    const [minutes, reached] = [this.minutes, this.reached];
    if ((this.takeMinutes(this.position) || this.takeUnreached(this.position)) && this.endsClause(this.position)) {
      this.taken.push([start, this.position]);
      return true;
    }
    this.minutes = minutes;
    this.reached = reached;
    return false;
  }

  private say(phrase: Phrase, direction: Direction): void {
    this.kind = phrase.kind;
    this.direction = direction;
  }

  private takeMinutes(at: number): boolean {
    if (this.minutes !== null) return false;
    const span = longestAt(this.folded, at, spans);
    if (span) return this.lasts(span.minutes, span.text.length, at);
    const number = /^(\d{1,3}(?:[.,]\d)?)\s*/.exec(this.folded.slice(at));
    const unit = number && longestAt(this.folded, at + number[0].length, units);
    if (!number || !unit) return false;
    return this.lasts(Number(number[1]?.replace(',', '.')) * unit.minutes, number[0].length + unit.text.length, at);
  }

  private lasts(minutes: number, length: number, at: number): boolean {
    const whole = Math.round(minutes);
    if (whole < 1 || whole > 1440) return false;
    this.minutes = whole;
    return this.take(length, at);
  }

  private takeUnreached(at: number): boolean {
    if (this.reached !== null) return false;
    const phrase = longestAt(this.folded, at, unreached);
    // "Busy season ahead" is not a call that nobody answered.
    if (!phrase || (this.kind === null && !this.endsClause(at + phrase.text.length))) return false;
    this.reached = false;
    this.kind ??= 'call';
    this.direction ??= 'out';
    return this.take(phrase.text.length, at);
  }

  private takeName(): boolean {
    if (this.kind === null) return false;
    const name = this.names.find((one) => this.folded.startsWith(one, this.position) && isWordEnd(this.folded, this.position + one.length));
    return this.take(name?.length ?? 0, this.position);
  }

  // Between "called" and "12 min" a word like "her" says nothing; before anything else it belongs to the summary.
  private skipFiller(): boolean {
    if (this.kind === null) return false;
    return this.take(longestAt(this.folded, this.position, fillers)?.text.length ?? 0, this.position);
  }

  private take(length: number, at: number): boolean {
    if (length > 0) this.position = at + length;
    return length > 0;
  }

  private endsStatement(at: number): boolean {
    const rest = this.folded.slice(at).trimStart();
    const next = at + (this.folded.length - at - rest.length);
    return (
      this.endsClause(at) ||
      /^\d/.test(rest) ||
      [spans, unreached, fillers].some((list) => longestAt(this.folded, next, list)) ||
      this.names.some((name) => rest.startsWith(name))
    );
  }

  private endsClause(at: number): boolean {
    return /^\s*($|[,.;:،؛!?؟\n–—-])/.test(this.folded.slice(at));
  }

  private meansMoment(at: number): boolean {
    const before = this.folded.slice(0, at).trimEnd();
    return moments.some((word) => before.endsWith(word) && !/[\p{L}\p{N}]/u.test(before.charAt(before.length - word.length - 1)));
  }

  private startsWord(at: number): boolean {
    return at === 0 || !/[\p{L}\p{N}]/u.test(this.folded.charAt(at - 1));
  }
}

type Folded = { readonly text: string };

function longestAt<T extends Folded>(folded: string, at: number, longestFirst: readonly T[]): T | undefined {
  return longestFirst.find((one) => folded.startsWith(one.text, at) && isWordEnd(folded, at + one.text.length));
}

function isWordEnd(folded: string, at: number): boolean {
  return at >= folded.length || !/[\p{L}\p{N}]/u.test(folded.charAt(at)) || /[^\p{L}\p{N}]/u.test(folded.charAt(at - 1));
}

function byLength<T extends Folded>(list: readonly T[]): readonly T[] {
  return list.map((one) => ({ ...one, text: fold(one.text) })).toSorted((a, b) => b.text.length - a.text.length);
}

const lexicons = [english, greek, serbian, bulgarian, persian, armenian];
const phrasesByLength = byLength(lexicons.flatMap((lexicon) => lexicon.phrases));
const unreached = byLength(lexicons.flatMap((lexicon) => lexicon.unreached.map((text) => ({ text }))));
const fillers = byLength(lexicons.flatMap((lexicon) => lexicon.fillers.map((text) => ({ text }))));
const topics = byLength(lexicons.flatMap((lexicon) => lexicon.topics.map((text) => ({ text }))));
const units = byLength(lexicons.flatMap((lexicon) => lexicon.units.map(([text, minutes]) => ({ text, minutes }))));
const spans = byLength(lexicons.flatMap((lexicon) => lexicon.spans.map(([text, minutes]) => ({ text, minutes }))));
const moments = lexicons.flatMap((lexicon) => lexicon.beforeMoment).map(fold);
