import type { Language } from '#kit/domain/languages.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { spread, table, wrap } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import type { Outcome, Review } from './review.ts';
import { duration, type Words } from './words.ts';

const outcomes: readonly Outcome[] = ['kept', 'kept_late', 'broken', 'released', 'open'];

/** The evening of a day as lines of plain text. */
export function describeReview(review: Review, language: Language, timeZone: string, width: number): string[] {
  const formats = formatsOf(language, { timeZone, currency: review.currency });
  const say: Words['say'] = (key, values) => translate(language, key, values);
  const { view, colleague, promises, sums, talks, notReached, colleagues } = review;
  const head = spread(
    `${formats.weekdayAndDay(view.day)} · ${colleague?.name ?? say('today.whose.everybody')}`,
    say('today.review.title', { isPast: view.isPast ? 'yes' : 'no' }),
    width,
  );
  const lines = [head, '═'.repeat(width)];
  for (const outcome of outcomes) {
    if (promises[outcome].length === 0) continue;
    lines.push(say(`today.review.${outcome}`, { count: promises[outcome].length }));
    for (const { what, customer, owner, dueAt } of promises[outcome])
      lines.push(...wrap(`${customer.name}: ${what} (${owner.name}, ${formats.moment(dueAt)})`, width, '  • '));
    lines.push('');
  }
  if (outcomes.every((outcome) => promises[outcome].length === 0)) lines.push(say('today.review.no_promises'), '');
  lines.push(say('today.review.talks', { ...sums, time: duration(sums.minutes, say) }));
  for (const { customer, colleague: by, kind, reached, pulse } of talks) {
    const what = say(`conversations.kind.${kind}`);
    const told = [
      what,
      ...(reached ? [] : [say('today.review.not_reached_by')]),
      ...(pulse === null ? [] : [say(`conversations.pulse.${pulse}`)]),
    ];
    lines.push(...wrap(`${customer.name}: ${told.join(', ')} (${by.name})`, width, '  • '));
  }
  lines.push('');
  if (notReached.length > 0) {
    lines.push(say('today.review.not_reached', { count: notReached.length }));
    for (const { contact, reckoning } of notReached) {
      const takes = duration(reckoning.minutes.total, say);
      lines.push(...wrap(`${contact.name} · ${takes} · ${formats.money(reckoning.told)}`, width, '  • '));
    }
  }
  if (colleagues.length > 0) lines.push(...byColleague(colleagues, say));
  return lines;
}

function byColleague(colleagues: Review['colleagues'], say: Words['say']): string[] {
  const figures = ['talks', 'minutes', 'pulses', ...outcomes, 'notReached'] as const;
  const headings = [say('today.review.colleague'), ...figures.map((figure) => say(`today.review.figure.${figure}`))];
  const rows = colleagues.map((one) => [one.name, ...figures.map((figure) => String(one[figure]))]);
  return table(headings, rows, new Set(figures.map((_, index) => index + 1)));
}
