import type { Tx } from '#kit/server/db/index.ts';
import type { ConversationTables } from './tables.ts';

/** Who took part in a touchpoint besides the customer and whoever logged it, by id. */
export type Participants = { readonly persons: readonly string[]; readonly colleagues: readonly string[] };

export type ParticipantsOf = Participants & { readonly touchpoint: string };

/** However many, in two statements. */
export async function insertParticipants(tx: Tx, all: readonly ParticipantsOf[]): Promise<void> {
  const persons = all.flatMap(({ touchpoint, persons: ids }) => ids.map((person_id) => ({ touchpoint_id: touchpoint, person_id })));
  const colleagues = all.flatMap(({ touchpoint, colleagues: ids }) =>
    ids.map((colleague_id) => ({ touchpoint_id: touchpoint, colleague_id })),
  );
  if (persons.length > 0)
    await tx.client.query(
      `insert into touchpoint_person (workspace_id, touchpoint_id, person_id)
       select $1, touchpoint_id, person_id from json_populate_recordset(null::touchpoint_person, $2) on conflict do nothing`,
      [tx.workspace, JSON.stringify(persons)],
    );
  if (colleagues.length > 0)
    await tx.client.query(
      `insert into touchpoint_colleague (workspace_id, touchpoint_id, colleague_id)
       select $1, touchpoint_id, colleague_id from json_populate_recordset(null::touchpoint_colleague, $2) on conflict do nothing`,
      [tx.workspace, JSON.stringify(colleagues)],
    );
}

/** Puts these in the place of those who stood there; a side that is left out stays. */
export async function replaceParticipants(tx: Tx, touchpoint: string, told: Partial<Participants>): Promise<void> {
  for (const table of ['touchpoint_person', 'touchpoint_colleague'] as const) {
    if ((table === 'touchpoint_person' ? told.persons : told.colleagues) === undefined) continue;
    await tx
      .over<ConversationTables>()
      .deleteFrom(table)
      .where('workspace_id', '=', tx.workspace)
      .where('touchpoint_id', '=', touchpoint)
      .execute();
  }
  await insertParticipants(tx, [{ touchpoint, persons: told.persons ?? [], colleagues: told.colleagues ?? [] }]);
}

/** Who took part in each of these; a touchpoint without others is left out. */
export async function listParticipants(tx: Tx, touchpoints: readonly string[]): Promise<ReadonlyMap<string, Participants>> {
  if (touchpoints.length === 0) return new Map();
  const { rows } = await tx.client.query<{ touchpoint: string; persons: string[]; colleagues: string[] }>(
    `select touchpoint_id as touchpoint, array_remove(array_agg(person_id order by person_id), null) as persons,
       array_remove(array_agg(colleague_id order by colleague_id), null) as colleagues
     from (
       select touchpoint_id, person_id, null::uuid as colleague_id from touchpoint_person
       where workspace_id = $1 and touchpoint_id = any($2::uuid[])
       union all
       select touchpoint_id, null, colleague_id from touchpoint_colleague where workspace_id = $1 and touchpoint_id = any($2::uuid[])
     ) taken group by touchpoint_id`,
    [tx.workspace, touchpoints],
  );
  return new Map(rows.map(({ touchpoint, ...participants }) => [touchpoint, participants]));
}
