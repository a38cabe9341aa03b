import type { CustomerSnapshot, RiskReason } from '#features/purchases/domain/index.ts';
import type { Described } from '#features/purchases/server/index.ts';
import type { Words } from './words.ts';

/** What a customer's purchases say, in sentences: rhythm, value with its interval, and why they may be leaving. */
export function describeHabits({ snapshot, visits, spent, unfit }: Described, words: Words): string[] {
  const { say, formats } = words;
  if (visits.length === 0) return [say('purchases.habits.none')];
  const outlook = snapshot.outlook;
  const value = outlook?.value;
  return [
    describeRhythm(snapshot, words),
    say('customers.command.habits.spent', { spent: formats.money(spent), count: visits.length }),
    ...(value
      ? [
          say('customers.command.habits.value', {
            value: formats.wholeMoney(value.expected),
            low: formats.wholeMoney(value.low),
            high: formats.wholeMoney(value.high),
          }),
        ]
      : []),
    ...(outlook?.alive
      ? [
          say('customers.command.habits.alive', {
            alive: formats.percent(outlook.alive.expected),
            low: formats.percent(outlook.alive.low),
            high: formats.percent(outlook.alive.high),
          }),
        ]
      : []),
    ...(outlook
      ? [
          say('customers.command.habits.expected', {
            in90: formats.number(outlook.visitsIn90.expected),
            in365: formats.number(outlook.visitsIn365.expected),
          }),
        ]
      : []),
    ...snapshot.risk.reasons.map((reason) => describeRisk(reason, words)),
    ...(unfit === null ? [] : [say(`error.${unfit}`)]),
  ];
}

function describeRhythm({ rhythm, lastVisitDay }: CustomerSnapshot, { say, formats }: Words): string {
  const on = lastVisitDay === undefined ? '' : formats.day(dateOf(lastVisitDay));
  if (!rhythm) return say('purchases.rhythm.once', { on });
  const due = {
    due: formats.day(dateOf(rhythm.dueDay)),
    from: formats.day(dateOf(rhythm.dueFrom)),
    until: formats.day(dateOf(rhythm.dueTo)),
  };
  const gap = formats.days(rhythm.usualGap);
  if (rhythm.basis === 'workspace') return say('purchases.rhythm.workspace', { on, gap, ...due });
  if (rhythm.basis === 'blended' || rhythm.medianGap === undefined || rhythm.spread === undefined)
    return say('purchases.rhythm.blended', { gap, ...due });
  const { medianGap, spread, longestGap = 0 } = rhythm;
  return say('purchases.rhythm.own', {
    gap: formats.days(medianGap),
    spread: formats.days(spread),
    longest: formats.days(longestGap),
    ...due,
  });
}

function describeRisk(reason: RiskReason, { say, formats }: Words): string {
  switch (reason.kind) {
    case 'silent':
      return say('purchases.risk.silent', {
        silent: formats.days(reason.silentDays),
        usual: formats.days(reason.usualGap),
        longest: formats.days(reason.longestGap ?? reason.usualGap),
      });
    case 'leaving':
      return say('purchases.risk.leaving', { now: formats.percent(reason.alive), before: formats.percent(reason.aliveAtLastVisit) });
    case 'slower-rhythm':
      return say('purchases.risk.slower-rhythm', {
        earlier: formats.days(reason.change.earlier),
        recent: formats.days(reason.change.recent),
      });
    case 'smaller-basket':
      return say('purchases.risk.smaller-basket', {
        earlier: formats.money(reason.change.earlier),
        recent: formats.money(reason.change.recent),
      });
  }
}

function dateOf(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day });
}
