import type { Language } from '#kit/domain/languages.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { spread, wrap } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import { sentenceValues } from '../domain/index.ts';
import type { Entry } from './entries.ts';
import type { Today } from './today.ts';

type Words = {
  readonly say: (key: string, values?: Record<string, string | number>) => string;
  readonly formats: Formats;
  readonly width: number;
};

/** The list as lines of plain text. */
export function describeToday(today: Today, language: Language, timeZone: string, width: number): string[] {
  const formats = formatsOf(language, { timeZone, currency: today.currency });
  const say: Words['say'] = (key, values) => translate(language, key, values);
  const words = { say, formats, width };
  const minutes = today.entries.reduce((sum, entry) => sum + entry.minutes, 0);
  const day = formats.weekdayAndDay(today.view.day);
  const head = spread(`${day} · ${today.colleague.name}`, say('today.sum', { count: today.entries.length, minutes }), width);
  const lines = [head, '═'.repeat(width)];
  if (today.view.isPast) lines.push(...wrap(say('today.command.past', { day: formats.day(today.view.day) }), width), '');
  if (today.done > 0) lines.push(say('today.sum.done', { count: today.done, minutes: today.minutes.spent }), '');
  if (today.entries.length === 0)
    lines.push(...wrap(say(today.waiting.count > 0 ? 'today.command.hours_used' : 'today.command.nobody'), width));
  for (const [index, entry] of today.entries.entries()) lines.push(...describeEntry(entry, index + 1, words), '');
  if (today.waiting.count > 0)
    lines.push(say('today.waiting', { count: today.waiting.count, isMore: today.waiting.isMore ? 'yes' : 'no' }));
  return lines;
}

function describeEntry(entry: Entry, place: number, words: Words): string[] {
  const { say, formats, width } = words;
  const mark = entry.standing.isKey ? ' ★' : '';
  const action = say('today.suggested', { action: say(`today.action.${entry.action}`), minutes: entry.minutes });
  const lines = [spread(`${String(place).padStart(2)}  ${entry.contact.name}${mark}`, action, width)];
  const reach = [entry.contact.phone, entry.contact.email, addressedAs(entry, words)].filter((one) => one !== null);
  if (reach.length > 0) lines.push(...wrap(reach.join(' · '), width, '    '));
  const written = { day: formats.day, moment: formats.moment, money: formats.money, text: (text: string) => text };
  for (const { kind, evidence } of entry.reasons)
    lines.push(...wrap(say(`reason.${kind}`, sentenceValues(evidence, written)), width, '    • '));
  for (const line of atHandOf(entry, words)) lines.push(...wrap(line, width, '      '));
  return lines;
}

function addressedAs({ addressedAs: { formality, spoken: name }, contact }: Entry, { say }: Words): string | null {
  return contact.kind === 'organization' ? null : say(`today.address.${formality}`, { name });
}

function atHandOf({ basket, lastTouchpoint, promises, owner }: Entry, { say, formats }: Words): string[] {
  const lines: string[] = [];
  if (owner) lines.push(say('today.at_hand.owner', { name: owner.name }));
  if (lastTouchpoint) {
    const spoken = {
      on: formats.moment(lastTouchpoint.at),
      what: say(`conversations.kind.${lastTouchpoint.kind}`),
      summary: lastTouchpoint.summary,
    };
    lines.push(say(lastTouchpoint.summary === '' ? 'today.at_hand.touchpoint_bare' : 'today.at_hand.touchpoint', spoken));
  }
  if (basket) {
    const bought = {
      on: formats.day(basket.lastOn),
      total: formats.money(basket.lastTotalMinor),
      products: basket.lastProducts.join(' · '),
    };
    lines.push(say(basket.lastProducts.length > 0 ? 'today.at_hand.purchase' : 'today.at_hand.purchase_bare', bought));
    if (basket.usualProducts.length > 0) lines.push(say('today.at_hand.usually', { products: basket.usualProducts.join(' · ') }));
  }
  for (const promise of promises)
    lines.push(say('today.at_hand.promise', { what: promise.what, due: formats.moment(promise.dueAt), owner: promise.ownerName }));
  return lines;
}
