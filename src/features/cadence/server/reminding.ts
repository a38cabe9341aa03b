import type { Tx } from '#kit/server/db/index.ts';
import type { WorkingWeek } from '../domain/index.ts';
import { readSettings, readWeeks } from './calendar-store.ts';
import { countTalksOn, type TalksOfDay } from './due-store.ts';

export type { TalksOfDay };

/** How many talks are planned for a day with each of these colleagues, and with whom where it is one customer; only who has any. */
export async function talksOn(tx: Tx, day: Temporal.PlainDate, colleagues: readonly string[]): Promise<TalksOfDay[]> {
  return colleagues.length === 0 ? [] : await countTalksOn(tx, day, colleagues);
}

/** On which days and at which hours each of these colleagues works: their own week, or else that of the workspace. */
export async function weeksOf(tx: Tx, colleagues: readonly string[]): Promise<ReadonlyMap<string, WorkingWeek>> {
  const [{ week }, own] = [await readSettings(tx), await readWeeks(tx)];
  return new Map(colleagues.map((colleague) => [colleague, own.get(colleague) ?? week]));
}
