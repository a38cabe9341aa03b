import type { Tx } from '#kit/server/db/index.ts';

/** The end of the chain, or any place in it. */
export type Link = { readonly number: number; readonly link: string };

/** Holds everybody else who would seal in this workspace until the transaction ends. Who writes entries never waits for it. */
export async function holdChain(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))", [tx.workspace]);
}

export async function readHead(tx: Tx): Promise<Link | undefined> {
  const { rows } = await tx.client.query<Link>(
    "select number, encode(link, 'hex') as link from event_seal where workspace_id = $1 order by number desc limit 1",
    [tx.workspace],
  );
  return rows[0];
}

/** The links at these places. */
export async function readLinks(tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await tx.client.query<Link>(
    "select number, encode(link, 'hex') as link from event_seal where workspace_id = $1 and number = any($2::bigint[])",
    [tx.workspace, numbers],
  );
  return new Map(rows.map(({ number, link }) => [number, link]));
}

export type Waiting = { readonly event: string; readonly proof: string | null };

/** What waits to be sealed behind an id, in their order; without a proof where somebody took the entry away. */
export async function listWaiting(tx: Tx, after: string | undefined, limit: number): Promise<Waiting[]> {
  const { rows } = await tx.client.query<Waiting>(
    `select u.event_id as event, encode(e.proof, 'hex') as proof
     from (select event_id from event_unsealed where workspace_id = $1 and event_id > $2 order by event_id limit $3) u
     left join event e on e.workspace_id = $1 and e.id = u.event_id order by u.event_id`,
    [tx.workspace, after ?? '00000000-0000-0000-0000-000000000000', limit],
  );
  return rows;
}

export async function isAnythingWaiting(tx: Tx): Promise<boolean> {
  const { rows } = await tx.client.query<{ waits: boolean }>(
    'select exists (select from event_unsealed where workspace_id = $1) as waits',
    [tx.workspace],
  );
  return rows[0]?.waits ?? false;
}

export async function insertSeals(tx: Tx, seals: readonly (Link & { readonly event: string })[]): Promise<void> {
  const events = seals.map(({ event }) => event);
  await tx.client.query(
    `insert into event_seal (workspace_id, number, event_id, link)
     select $1, s.number, s.event, decode(s.link, 'hex') from unnest($2::bigint[], $3::uuid[], $4::text[]) as s (number, event, link)`,
    [tx.workspace, seals.map(({ number }) => number), events, seals.map(({ link }) => link)],
  );
  await tx.client.query('delete from event_unsealed where workspace_id = $1 and event_id = any($2)', [tx.workspace, events]);
}

/** How many events there are from before there was an audit log. */
export async function countUnproved(tx: Tx): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    'select count(*)::integer as count from event where workspace_id = $1 and proof is null',
    [tx.workspace],
  );
  return rows[0]?.count ?? 0;
}
