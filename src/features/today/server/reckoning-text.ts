import type { Reason } from '#features/people/domain/index.ts';
import { wrap } from '#kit/server/cli/text.ts';
import type { Entry } from './entries.ts';
import type { Words } from './words.ts';

/** Whom an entry stands between. */
export type Neighbours = { readonly before: Entry | undefined; readonly after: Entry | undefined };

/** What one reason costs: what is at stake, times every factor. */
export function describeCost({ stake, factors, cost }: Reason, { say, formats, width }: Words): string[] {
  return [
    `        ${formats.money(stake)}`,
    ...factors.flatMap(({ name, as, value, figures }) => {
      const figure = as === 'share' ? formats.exactPercent(value) : formats.exactNumber(value);
      return wrap(say(`factor.${name}`, figures), width, `      × ${figure}  `);
    }),
    `      = ${formats.money(cost)}`,
  ];
}

/** How the place of an entry came about, from the costs of its reasons on. */
export function describePlace(entry: Entry, { before, after }: Neighbours, words: Words): string[] {
  const { say, formats, width } = words;
  const { reckoning, reasons, because } = entry;
  const sum = { count: reasons.length, sum: formats.money(reckoning.sum), told: formats.money(reckoning.told) };
  const { longest, others, each, total } = reckoning.minutes;
  const lines = [stakeText(entry, words), say('today.why.sum', sum), say('today.why.minutes', { longest, others, each, total })];
  lines.push(say(`today.why.because.${because ?? 'waits'}`));
  if (before) lines.push(say('today.why.after', { name: before.contact.name, cost: formats.money(before.reckoning.told) }));
  if (after) lines.push(say('today.why.before', { name: after.contact.name, cost: formats.money(after.reckoning.told) }));
  return lines.flatMap((line) => wrap(line, width, '    ? '));
}

function stakeText({ stake }: Entry, { say, formats }: Words): string {
  const told = formats.money(stake.minor);
  if (stake.by !== 'worth' || !stake.parts) return say(`today.why.stake.${stake.by}`, { stake: told });
  const { visits, spendMinor, marginShare } = stake.parts;
  const parts = { visits: formats.exactNumber(visits), spend: formats.money(spendMinor), margin: formats.exactPercent(marginShare) };
  return say('today.why.stake.worth', { stake: told, ...parts });
}
