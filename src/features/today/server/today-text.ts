import type { Language } from '#kit/domain/languages.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { spread, wrap } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import { sentenceValues } from '../domain/index.ts';
import type { Entry } from './entries.ts';
import { describeCost, describePlace } from './reckoning-text.ts';
import type { Today } from './today.ts';
import { duration, type Words } from './words.ts';

/** The list as lines of plain text; `explain` tells of each how its place came about. */
export function describeToday(today: Today, language: Language, timeZone: string, width: number, explain = false): string[] {
  const formats = formatsOf(language, { timeZone, currency: today.currency });
  const say: Words['say'] = (key, values) => translate(language, key, values);
  const words = { say, formats, width };
  const { entries } = today;
  const minutes = entries.reduce((sum, entry) => sum + entry.reckoning.minutes.total, 0);
  const day = formats.weekdayAndDay(today.view.day);
  const head = spread(`${day} · ${today.colleague.name}`, say('today.sum', { count: entries.length, minutes }), width);
  const lines = [head, '═'.repeat(width)];
  if (today.view.isPast) lines.push(...wrap(say('today.command.past', { day: formats.day(today.view.day) }), width), '');
  for (const line of describeDay(today, words)) lines.push(...wrap(line, width));
  if (entries.length === 0) lines.push(...wrap(say(today.waiting.count > 0 ? 'today.command.hours_used' : 'today.command.nobody'), width));
  else lines.push('');
  for (const [index, entry] of entries.entries()) {
    lines.push(...describeEntry(entry, index + 1, words, explain));
    if (explain) lines.push(...describePlace(entry, { before: entries[index - 1], after: entries[index + 1] }, words));
    lines.push('');
  }
  if (today.waiting.count > 0)
    lines.push(say('today.waiting', { count: today.waiting.count, isMore: today.waiting.isMore ? 'yes' : 'no' }));
  return lines;
}

/** The time there is and why, what is done, and what is promised for the day. */
function describeDay({ atWork, minutes, done, morePromised, startedAt }: Today, { say, formats }: Words): string[] {
  const { available, said, spent, over } = minutes;
  const lines = [];
  if (!atWork.works && said === null) {
    const because = { because: atWork.because, name: atWork.because === 'holiday' ? atWork.name : '' };
    lines.push(say('today.off', { ...because, until: atWork.because === 'absence' ? formats.day(atWork.untilOn) : '' }));
  }
  lines.push(say('today.hours', { time: duration(available, say), isSaid: said === null ? 'no' : 'yes' }));
  if (startedAt !== null) lines.push(say('today.command.started', { at: formats.moment(startedAt) }));
  if (done > 0) lines.push(say('today.sum.done', { count: done, minutes: spent }));
  if (over > 0) lines.push(say('today.over', { time: duration(over, say) }));
  if (morePromised > 0) lines.push(say('today.more_promised', { count: morePromised }));
  return lines;
}

function describeEntry(entry: Entry, place: number, words: Words, explain: boolean): string[] {
  const { say, formats, width } = words;
  const mark = entry.standing.isKey ? ' ★' : '';
  const action = say('today.suggested', { action: say(`today.action.${entry.action}`), minutes: entry.reckoning.minutes.total });
  const lines = [spread(`${String(place).padStart(2)}  ${entry.contact.name}${mark}`, action, width)];
  const reach = [entry.contact.phone, entry.contact.email, addressedAs(entry, words)].filter((one) => one !== null);
  if (reach.length > 0) lines.push(...wrap(reach.join(' · '), width, '    '));
  const written = { day: formats.day, moment: formats.moment, money: formats.money, text: (text: string) => text };
  for (const reason of entry.reasons) {
    lines.push(...wrap(say(`reason.${reason.kind}`, sentenceValues(reason.evidence, written)), width, '    • '));
    if (explain) lines.push(...describeCost(reason, words));
  }
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
