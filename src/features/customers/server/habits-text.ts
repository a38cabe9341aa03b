import { habitWords } from '#features/purchases/domain/index.ts';
import { habitsOf, type Described } from '#features/purchases/server/index.ts';
import type { Words } from './words.ts';

/** What a customer's purchases say, in sentences: rhythm, value with its interval, and why they may be leaving. */
export function describeHabits(described: Described, { say, formats }: Words): string[] {
  const habits = habitsOf(described);
  const { outlook } = habits;
  if (habits.visits.length === 0) return [say('purchases.habits.none')];
  const words = habitWords({ say, date: formats.day, days: formats.days, money: formats.money, percent: formats.percent });
  const estimate = (key: string, estimated: Estimate | null | undefined, write: (value: number) => string) =>
    estimated
      ? say(`customers.command.habits.${key}`, {
          expected: write(estimated.expected),
          low: write(estimated.low),
          high: write(estimated.high),
        })
      : undefined;
  return [
    words.rhythm(habits),
    words.season(habits),
    say('customers.command.habits.spent', { spent: formats.money(habits.spentMinor), count: habits.visits.length }),
    estimate('spend', outlook?.spend, formats.wholeMoney),
    estimate('value', outlook?.value, formats.wholeMoney),
    estimate('alive', outlook?.alive, formats.percent),
    estimate('in_90', outlook?.visitsIn90, formats.number),
    estimate('in_365', outlook?.visitsIn365, formats.number),
    ...habits.risk.reasons.map(words.risk),
    habits.unfit === null ? undefined : say(`error.${habits.unfit}`),
  ].filter((sentence) => sentence !== undefined);
}

type Estimate = { readonly expected: number; readonly low: number; readonly high: number };
