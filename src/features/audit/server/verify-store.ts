import { upTo, type Tx } from '#kit/server/db/index.ts';
import type { Provable } from '#kit/server/proof.ts';
import { lowestId } from '#kit/server/ids.ts';

// A page at a time, and what belongs to it by its ids: a join may be planned while the log is short, and go over all of it for each entry of a long one.
const atOnce = 2000;

/** An event as it stands, with what proves it. */
export type ProvedEvent = Provable & {
  readonly detail: unknown;
  readonly changes: unknown;
  readonly salt: string | null;
  readonly digest: string | null;
  readonly proof: string | null;
};

type Seal = { readonly number: number; readonly link: string; readonly id: string };

/** A link of the chain; without its event where somebody took that away. */
export type SealedEvent = Seal & { readonly event: ProvedEvent | undefined };

const columns = `id, kind, happened_at as "happenedAt", colleague_id as colleague, customer_id as customer, subject_id as subject, via, detail, changes,
  salt, encode(digest, 'hex') as digest, encode(proof, 'hex') as proof`;

/** The chain with its events, in order, a page at a time; the next is on its way while somebody looks at the one that came. */
export async function* readSealed(tx: Tx, until: number): AsyncGenerator<SealedEvent[]> {
  let coming = sealedPage(tx, 0, until);
  try {
    for (;;) {
      const page = await coming;
      const last = page.at(-1);
      if (!last) return;
      coming = sealedPage(tx, last.number, until);
      yield page;
    }
  } finally {
    await coming.catch(() => {});
  }
}

async function sealedPage(tx: Tx, after: number, until: number): Promise<SealedEvent[]> {
  const { rows } = await tx.client.query<Seal>(
    `select number, encode(link, 'hex') as link, event_id as id from event_seal where workspace_id = $1 and number > $2 and number <= $3
     order by number ${upTo(atOnce)}`,
    [tx.workspace, after, until],
  );
  const events = await eventsOf(tx, rows);
  return rows.map((row) => ({ ...row, event: events.get(row.id) }));
}

async function eventsOf(tx: Tx, named: readonly { readonly id: string }[]): Promise<ReadonlyMap<string, ProvedEvent>> {
  if (named.length === 0) return new Map();
  const { rows } = await tx.client.query<ProvedEvent>(`select ${columns} from event where workspace_id = $1 and id = any($2::uuid[])`, [
    tx.workspace,
    named.map(({ id }) => id),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What waits to be sealed; without its event where only the wish to seal it is left. `isSealed` should be false. */
type UnsealedEvent = { readonly id: string; readonly event: ProvedEvent | undefined; readonly isSealed: boolean };

/** What waits to be sealed, a page at a time. */
export async function* readUnsealed(tx: Tx): AsyncGenerator<UnsealedEvent[]> {
  for (let after = lowestId; ;) {
    const { rows } = await tx.client.query<{ id: string }>(
      `select event_id as id from event_unsealed where workspace_id = $1 and event_id > $2 order by event_id ${upTo(atOnce)}`,
      [tx.workspace, after],
    );
    const last = rows.at(-1);
    if (!last) return;
    const [events, sealed] = [await eventsOf(tx, rows), await whichOf(tx, 'event_seal', rows)];
    yield rows.map(({ id }) => ({ id, event: events.get(id), isSealed: sealed.has(id) }));
    after = last.id;
  }
}

async function whichOf(
  tx: Tx,
  table: 'event_seal' | 'event_unsealed',
  named: readonly { readonly id: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select event_id as id from ${table} where workspace_id = $1 and event_id = any($2::uuid[])`,
    [tx.workspace, named.map(({ id }) => id)],
  );
  return new Set(rows.map(({ id }) => id));
}

type Stray = { readonly id: string; readonly at: Temporal.Instant };

/** Events that say they are of the log, and neither stand in the chain nor wait for it; at most so many. */
export async function listStray(tx: Tx, limit: number): Promise<Stray[]> {
  const found: Stray[] = [];
  for (let after = lowestId; found.length < limit;) {
    const { rows } = await tx.client.query<Stray>(
      `select id, happened_at as at from event where workspace_id = $1 and id > $2 and proof is not null order by id ${upTo(atOnce)}`,
      [tx.workspace, after],
    );
    const last = rows.at(-1);
    if (!last) break;
    // In this order: what is sealed meanwhile is found in the chain.
    const [waiting, sealed] = [await whichOf(tx, 'event_unsealed', rows), await whichOf(tx, 'event_seal', rows)];
    found.push(...rows.filter(({ id }) => !waiting.has(id) && !sealed.has(id)));
    after = last.id;
  }
  return found.slice(0, limit);
}

/** Events of these kinds, of which there are few. */
export async function listOfKinds(tx: Tx, kinds: readonly string[]): Promise<ProvedEvent[]> {
  const { rows } = await tx.client.query<ProvedEvent>(`select ${columns} from event where workspace_id = $1 and kind = any($2)`, [
    tx.workspace,
    kinds,
  ]);
  return rows;
}
