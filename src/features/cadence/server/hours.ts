import { may } from '#features/access/domain/index.ts';
import { holdColleagues, requireEntrustable } from '#features/access/server/index.ts';
import { isCountryCode } from '#features/people/domain/index.ts';
import { readWorkspace, requestRefresh, todayOf } from '#features/workspace/server/index.ts';
import { changesBetween } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Who } from '#kit/server/identity.ts';
import { newId } from '#kit/server/ids.ts';
import { readAbsence, readFloor, readWorkingWeek, type Absence, type Floor, type WorkingWeek } from '../domain/index.ts';
import {
  absenceOf,
  deleteAbsence,
  deleteWeek,
  holdAbsence,
  insertAbsence,
  listAbsences,
  readSettings,
  updateStandIn,
  writeSettings,
  writeWeek,
  type CadenceSettings,
} from './calendar-store.ts';

type Doing = Pick<Who, 'colleague' | 'role' | 'only'>;

/**
 * Writes down that a colleague is away, and answers the absence's id: one's own, or anybody's with the right to act for colleagues (`absence.not_allowed`). Their talks move to
 * other days, or to whoever stands in. Both are held until the transaction ends, so that of two absences that overlap the second is refused.
 * Besides what `readAbsence` refuses: `absence.colleague_unknown`, `absence.stand_in_unknown`, and a stand-in who may not work with customers
 * (`access.colleague_only_reads`).
 */
export async function noteAbsence(tx: Tx, now: Temporal.Instant, who: Doing, told: Absence): Promise<string> {
  if (told.colleague !== who.colleague && !may(who, 'actForColleagues')) throw fail('absence.not_allowed');
  const named = [told.colleague, ...(told.standIn === null ? [] : [told.standIn])];
  const here = await holdColleagues(tx, named, 'leave');
  if (!here.has(told.colleague)) throw fail('absence.colleague_unknown', {}, 'colleagueId');
  if (told.standIn !== null) requireEntrustable(here, told.standIn, { unknown: 'absence.stand_in_unknown', field: 'standInId' });
  const today = todayOf(await readWorkspace(tx), now);
  const { colleague, fromOn, untilOn, standIn } = unwrap(readAbsence(told, today, (await listAbsences(tx, today)).map(absenceOf)));
  const id = newId(now.epochMilliseconds);
  const row = {
    id,
    colleague_id: colleague,
    from_on: fromOn,
    until_on: untilOn,
    stand_in_id: standIn,
    noted_by: who.colleague,
    noted_at: now,
  };
  await insertAbsence(tx, row);
  const detail = { of: colleague, fromOn: fromOn.toString(), untilOn: untilOn.toString(), standIn };
  await recordEvent(tx, now, { kind: 'cadence.absence_noted', colleague: who.colleague, subject: id, detail });
  await requestRefresh(tx);
  return id;
}

/** The colleague is there after all. Refuses `absence.not_found` and `absence.not_allowed`. */
export async function endAbsence(tx: Tx, now: Temporal.Instant, who: Doing, id: string): Promise<void> {
  const row = await holdAbsence(tx, id);
  if (!row) throw fail('absence.not_found');
  if (row.colleague_id !== who.colleague && !may(who, 'actForColleagues')) throw fail('absence.not_allowed');
  await deleteAbsence(tx, id);
  await recordEvent(tx, now, { kind: 'cadence.absence_ended', colleague: who.colleague, subject: id, detail: { of: row.colleague_id } });
  await requestRefresh(tx);
}

/**
 * Says who stands in while a colleague is away; with null each customer's deputy. Refuses `absence.not_found`, `absence.not_allowed`,
 * `absence.stand_in_unknown`, one who may not work with customers (`access.colleague_only_reads`), and that one stands in for oneself
 * (`absence.stands_in_for_oneself`).
 */
export async function setStandIn(tx: Tx, now: Temporal.Instant, who: Doing, id: string, standIn: string | null): Promise<void> {
  const row = await holdAbsence(tx, id);
  if (!row) throw fail('absence.not_found');
  if (row.colleague_id !== who.colleague && !may(who, 'actForColleagues')) throw fail('absence.not_allowed');
  if (standIn === row.colleague_id) throw fail('absence.stands_in_for_oneself', {}, 'standInId');
  if (standIn !== null)
    requireEntrustable(await holdColleagues(tx, [standIn], 'stay'), standIn, { unknown: 'absence.stand_in_unknown', field: 'standInId' });
  await updateStandIn(tx, id, standIn);
  const detail = { of: row.colleague_id, standIn };
  await recordEvent(tx, now, { kind: 'cadence.stand_in_set', colleague: who.colleague, subject: id, detail });
  await requestRefresh(tx);
}

export type SettingsChange = {
  readonly [Key in keyof Floor]?: Floor[Key] | undefined;
} & { readonly country?: string | null | undefined; readonly week?: WorkingWeek | undefined };

/**
 * Changes the floor, whose public holidays are kept, and when people work. Refuses what `readFloor` and `readWorkingWeek` refuse, and
 * `cadence.country_unknown`.
 */
export async function changeSettings(tx: Tx, now: Temporal.Instant, who: Doing, change: SettingsChange): Promise<void> {
  const before = await readSettings(tx);
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<CadenceSettings>;
  const after = { ...before, ...said };
  if (after.country !== null && !isCountryCode(after.country)) throw fail('cadence.country_unknown', {}, 'country');
  await writeSettings(tx, { ...after, ...unwrap(readFloor(after)), week: unwrap(readWorkingWeek(after.week)) });
  const changes = changesBetween(before, said);
  await recordEvent(tx, now, { kind: 'cadence.settings_changed', colleague: who.colleague, detail: said, changes });
  await requestRefresh(tx);
}

/**
 * Says when a colleague works, where that is otherwise than the others; with null as all do. One's own, or anybody's as owner of the workspace
 * (`working_week.not_allowed`). Refuses what `readWorkingWeek` refuses, and `absence.colleague_unknown`.
 */
export async function setWeek(tx: Tx, now: Temporal.Instant, who: Doing, colleague: string, told: WorkingWeek | null): Promise<void> {
  if (colleague !== who.colleague && !may(who, 'actForColleagues')) throw fail('working_week.not_allowed');
  if (!(await holdColleagues(tx, [colleague], 'stay')).has(colleague)) throw fail('absence.colleague_unknown');
  const week = told && unwrap(readWorkingWeek(told));
  if (week) await writeWeek(tx, colleague, week);
  else await deleteWeek(tx, colleague);
  await recordEvent(tx, now, { kind: 'cadence.week_set', colleague: who.colleague, subject: colleague, detail: { week } });
  await requestRefresh(tx);
}
