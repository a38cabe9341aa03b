import type { Selectable } from 'kysely';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { remember, type Tx } from '#kit/server/db/index.ts';
import { countryAt, usualFloor, usualWeek, type Absence, type Floor, type WorkingWeek } from '../domain/index.ts';
import type { CadenceTables } from './tables.ts';

export type AbsenceRow = Selectable<CadenceTables['absence']>;

const over = (tx: Tx) => tx.over<CadenceTables>();

export type CadenceSettings = Floor & {
  /** Whose public holidays are kept; null for none. */
  readonly country: string | null;
  readonly week: WorkingWeek;
};

/** The least that every customer gets; where nobody has said, the usual. */
export async function readFloorOf(tx: Tx): Promise<Floor> {
  const row = await settingsRow.read(tx);
  return row ? { floorDays: row.floor_days, activeDays: row.active_days } : usualFloor;
}

/** How the workspace keeps in touch; where nobody has said, as is usual where it is. */
export async function readSettings(tx: Tx): Promise<CadenceSettings> {
  const row = await settingsRow.read(tx);
  const country = row ? row.country : countryAt((await readWorkspace(tx)).timeZone);
  const usual = usualWeek(country);
  if (!row) return { ...usualFloor, country, week: usual };
  const week = { weekdays: row.weekdays === null ? usual.weekdays : [...row.weekdays].map(Number), ...hoursOf(row) };
  return { floorDays: row.floor_days, activeDays: row.active_days, country, week };
}

// Both are wanted by every list of the day.
const settingsRow = remember(
  async (tx) => await over(tx).selectFrom('cadence').selectAll().where('workspace_id', '=', tx.workspace).executeTakeFirst(),
);
const ownWeeks = remember(async (tx): Promise<ReadonlyMap<string, WorkingWeek>> => {
  const rows = await over(tx).selectFrom('working_week').selectAll().where('workspace_id', '=', tx.workspace).execute();
  return new Map(rows.map((row) => [row.colleague_id, { weekdays: [...row.weekdays].map(Number), ...hoursOf(row) }]));
});

export async function writeSettings(tx: Tx, { floorDays, activeDays, country, week }: CadenceSettings): Promise<void> {
  const row = { floor_days: floorDays, active_days: activeDays, country, ...columnsOfWeek(week) };
  await over(tx)
    .insertInto('cadence')
    .values({ workspace_id: tx.workspace, ...row })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
    .execute();
  settingsRow.forget(tx);
}

/** The weeks of colleagues who have one of their own. */
export async function readWeeks(tx: Tx): Promise<ReadonlyMap<string, WorkingWeek>> {
  return await ownWeeks.read(tx);
}

export async function writeWeek(tx: Tx, colleague: string, week: WorkingWeek): Promise<void> {
  const row = columnsOfWeek(week);
  await over(tx)
    .insertInto('working_week')
    .values({ workspace_id: tx.workspace, colleague_id: colleague, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'colleague_id']).doUpdateSet(row))
    .execute();
  ownWeeks.forget(tx);
}

function hoursOf(row: { readonly from_time: string; readonly until_time: string }) {
  return { fromTime: row.from_time.slice(0, 5), untilTime: row.until_time.slice(0, 5) };
}

function columnsOfWeek({ weekdays, fromTime, untilTime }: WorkingWeek) {
  return { weekdays: weekdays.join(''), from_time: fromTime, until_time: untilTime };
}

/** From now on the week of the workspace holds for the colleague. */
export async function deleteWeek(tx: Tx, colleague: string): Promise<boolean> {
  const gone = await over(tx)
    .deleteFrom('working_week')
    .where('workspace_id', '=', tx.workspace)
    .where('colleague_id', '=', colleague)
    .executeTakeFirst();
  ownWeeks.forget(tx);
  return gone.numDeletedRows > 0n;
}

/** Absences that hold on a day or later, those first that begin first. */
export async function listAbsences(tx: Tx, day: Temporal.PlainDate): Promise<AbsenceRow[]> {
  const { rows } = await tx.client.query<AbsenceRow>(
    'select * from absence where workspace_id = $1 and until_on >= $2::date order by from_on, id',
    [tx.workspace, day.toString()],
  );
  return rows;
}

export async function insertAbsence(tx: Tx, row: Omit<AbsenceRow, 'workspace_id'>): Promise<void> {
  await over(tx)
    .insertInto('absence')
    .values({ workspace_id: tx.workspace, ...row })
    .execute();
}

export async function holdAbsence(tx: Tx, id: string): Promise<AbsenceRow | undefined> {
  return await over(tx)
    .selectFrom('absence')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function deleteAbsence(tx: Tx, id: string): Promise<void> {
  await over(tx).deleteFrom('absence').where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}

export async function updateStandIn(tx: Tx, id: string, standIn: string | null): Promise<void> {
  await over(tx)
    .updateTable('absence')
    .set({ stand_in_id: standIn })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

export function absenceOf(row: AbsenceRow): Absence {
  return { colleague: row.colleague_id, fromOn: row.from_on, untilOn: row.until_on, standIn: row.stand_in_id };
}
