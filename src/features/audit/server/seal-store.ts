import { upTo, type Tx } from '#kit/server/db/index.ts';
import { lowestId } from '#kit/server/ids.ts';

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

/** What waits to be sealed behind an id, in their order, a page of it; without a proof where somebody took the entry away. */
export async function listWaiting(tx: Tx, after: string | undefined, most: number): Promise<Waiting[]> {
  const { rows } = await tx.client.query<{ event: string }>(
    `select event_id as event from event_unsealed where workspace_id = $1 and event_id > $2 order by event_id ${upTo(most)}`,
    [tx.workspace, after ?? lowestId],
  );
  const { rows: proved } = await tx.client.query<{ id: string; proof: string | null }>(
    "select id, encode(proof, 'hex') as proof from event where workspace_id = $1 and id = any($2::uuid[])",
    [tx.workspace, rows.map(({ event }) => event)],
  );
  const proofs = new Map(proved.map(({ id, proof }) => [id, proof]));
  return rows.map(({ event }) => ({ event, proof: proofs.get(event) ?? null }));
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

/** How many events there are of the log, and how many from before there was one. */
export async function countEvents(tx: Tx): Promise<{ readonly proved: number; readonly unproved: number }> {
  const { rows } = await tx.client.query<{ proved: number; unproved: number }>(
    'select count(proof) as proved, count(*) - count(proof) as unproved from event where workspace_id = $1',
    [tx.workspace],
  );
  return rows[0] ?? { proved: 0, unproved: 0 };
}
