import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { CircleTables } from './tables.ts';

export type LinkRow = Omit<Selectable<CircleTables['circle_link']>, 'workspace_id'>;

const columns = 'id, from_id, to_id, kind, note, added_at, added_by, ended_at, ended_by';

/** However many, in one statement. The indexes refuse what stands already; the action says it in words before. */
export async function insertLinks(tx: Tx, links: readonly LinkRow[]): Promise<void> {
  await tx.client.query(
    `insert into circle_link (workspace_id, ${columns}) select $1, ${columns} from json_populate_recordset(null::circle_link, $2)`,
    [tx.workspace, JSON.stringify(links)],
  );
}

/** Held until the transaction ends. */
export async function holdLink(tx: Tx, id: string): Promise<LinkRow | undefined> {
  return await tx
    .over<CircleTables>()
    .selectFrom('circle_link')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateLinkEnd(tx: Tx, id: string, end: { at: Temporal.Instant; by: string } | null): Promise<void> {
  await tx
    .over<CircleTables>()
    .updateTable('circle_link')
    .set({ ended_at: end?.at ?? null, ended_by: end?.by ?? null })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

/** Holds everybody else who says who sent whom, until this transaction ends: two at once could close a loop that neither sees. */
export async function holdReferrals(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('referrals ' || $1::text, 0))", [tx.workspace]);
}

/** Who sent each of some people, and who sent these in turn, up to where it began. */
export async function listReferrers(tx: Tx, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ id: string; by: string }>(
    `with recursive came (id, by) as (
       select to_id, from_id from circle_link
       where workspace_id = $1 and to_id = any($2::uuid[]) and kind = 'referred' and ended_at is null
       union
       select l.to_id, l.from_id from came join circle_link l
         on l.workspace_id = $1 and l.to_id = came.by and l.kind = 'referred' and l.ended_at is null
     )
     select id, by from came`,
    [tx.workspace, people],
  );
  return new Map(rows.map(({ id, by }) => [id, by]));
}

/** Everybody who came by way of a customer, before a moment where one is given: those sent by them, and those sent by these in turn. */
export async function listCameThrough(
  tx: Tx,
  customer: string,
  before: Temporal.Instant | null,
): Promise<{ id: string; isDirect: boolean }[]> {
  const { rows } = await tx.client.query<{ id: string; isDirect: boolean }>(
    `with recursive came (id) as (
       select l.to_id from circle_link l where l.workspace_id = $1 and l.from_id = $2 and ${isReferral}
       union
       select l.to_id from came join circle_link l on l.workspace_id = $1 and l.from_id = came.id and ${isReferral}
     )
     select id, exists (select from circle_link l where l.workspace_id = $1 and l.from_id = $2 and l.to_id = came.id and ${isReferral}) as "isDirect"
     from came where id <> $2`,
    [tx.workspace, customer, before?.toString() ?? null],
  );
  return rows;
}

// `union` keeps each once, so that a loop, which merging customers may leave, ends the walk.
const isReferral = `l.kind = 'referred' and ($3::timestamptz is null or l.added_at < $3) and (l.ended_at is null or l.ended_at >= $3)`;

export type CircleLink = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly note: string | null;
};

/** The links of some people, at most so many, the oldest first; before a moment where one is given. */
export async function listLinksOf(
  tx: Tx,
  people: readonly string[],
  { before, most }: { before: Temporal.Instant | null; most: number },
): Promise<CircleLink[]> {
  const { rows } = await tx.client.query<CircleLink>(
    `select id, from_id as "from", to_id as "to", kind, note from circle_link
     where workspace_id = $1 and (from_id = any($2::uuid[]) or to_id = any($2::uuid[]))
       and ($3::timestamptz is null or added_at < $3) and (ended_at is null or ended_at >= $3)
     order by added_at, id limit $4`,
    [tx.workspace, people, before?.toString() ?? null, most],
  );
  return rows;
}

/** Who works together at an organization now, as links that need not be written twice. */
export async function listRolesOf(
  tx: Tx,
  people: readonly string[],
  { day, most }: { day: Temporal.PlainDate; most: number },
): Promise<CircleLink[]> {
  const { rows } = await tx.client.query<CircleLink>(
    `select id, person_id as "from", organization_id as "to", 'works_at' as kind, role as note from contact_role
     where workspace_id = $1 and (person_id = any($2::uuid[]) or organization_id = any($2::uuid[]))
       and (since_on is null or since_on <= $3::date) and (until_on is null or until_on >= $3::date)
     order by since_on nulls first, id limit $4`,
    [tx.workspace, people, day.toString(), most],
  );
  return rows;
}

export type Acquaintance = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organization';
  readonly language: string | null;
  readonly contactOnly: boolean;
};

export async function listAcquaintances(tx: Tx, ids: readonly string[]): Promise<Acquaintance[]> {
  const { rows } = await tx.client.query<Acquaintance>(
    'select id, name, kind, language, contact_only as "contactOnly" from customer where workspace_id = $1 and id = any($2::uuid[])',
    [tx.workspace, ids],
  );
  return rows;
}
