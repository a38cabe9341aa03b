import { stakeOf, type Reason, type ReasonsAsked, type ReasonsFound } from '#features/people/domain/index.ts';
import { contactsOf } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { contactDue, floorTerms, isQuiet, reachableBy, suggestChannel, underTheFloor, type DueContact } from '../domain/index.ts';
import { readFloorOf } from './calendar-store.ts';
import { listDue, type DueRow } from './due-store.ts';
import { quietOf } from './quiet-store.ts';
import { findRoutines, kindOf, type RoutineRow } from './routine-store.ts';

/** Whom of these customers a routine or the floor asks us to talk to: planned for the day or before, and not in a time in which they asked for quiet. */
export async function reasonsToAct(tx: Tx, asked: ReasonsAsked): Promise<ReasonsFound> {
  const { day, asOfOn, customers, worth } = asked;
  const rows = await listDue(tx, { asOfOn, day, customers });
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ customer }) => customer);
  const [{ timeZone }, floor, quiet, contacts, followed] = await Promise.all([
    readWorkspace(tx),
    readFloorOf(tx),
    quietOf(tx, ids, day),
    contactsOf(tx, ids),
    findRoutines(tx, routinesOf(rows)),
  ]);
  const routines = new Map(followed.map((routine) => [routine.id, routine]));
  const found = new Map<string, readonly Reason[]>();
  for (const row of rows) {
    if (isQuiet(quiet.get(row.customer) ?? [], day)) continue;
    const contact = contacts.get(row.customer);
    const terms = termsOf(routines.get(row.routine ?? ''), floor.floorDays);
    const heardOn = row.heardAt?.toZonedDateTimeISO(timeZone).toPlainDate() ?? null;
    const reachable = reachableBy({ phone: Boolean(contact?.phone), email: Boolean(contact?.email) });
    const due: DueContact = {
      ...terms,
      dueOn: row.dueOn,
      latestOn: row.latestOn,
      plannedOn: row.plannedOn,
      heardOn,
      attempts: row.attempts,
      suggested: suggestChannel(terms.channel, reachable, row.attempts),
      standIn: row.by === row.owner ? undefined : row.by,
      day,
      stake: stakeOf(worth, row.customer),
    };
    const silentSince = heardOn ?? row.firstPurchaseOn;
    const under = row.active && silentSince ? underTheFloor(due, floor.floorDays, silentSince) : undefined;
    found.set(row.customer, [under ?? contactDue(due)]);
  }
  return found;
}

function termsOf(routine: RoutineRow | undefined, floorDays: number) {
  if (!routine) return { by: 'floor', purpose: '', everyDays: floorDays, channel: floorTerms({ floorDays }).channel } as const;
  return { by: kindOf(routine), purpose: routine.purpose, everyDays: routine.every_days, channel: routine.channel };
}

function routinesOf(rows: readonly DueRow[]): string[] {
  return [...new Set(rows.map(({ routine }) => routine))].filter((id) => id !== null);
}
