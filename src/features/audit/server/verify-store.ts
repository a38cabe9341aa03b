import type { Tx } from '#kit/server/db/index.ts';
import type { Provable } from '#kit/server/proof.ts';

/** An event as it stands, with what proves it. */
export type ProvedEvent = Provable & {
  readonly detail: unknown;
  readonly changes: unknown;
  readonly salt: string | null;
  readonly digest: string | null;
  readonly proof: string | null;
};

export type SealedEvent = ProvedEvent & { readonly number: number; readonly link: string; readonly isThere: boolean };

const columns = `e.kind, e.happened_at as "happenedAt", e.colleague_id as colleague, e.customer_id as customer, e.subject_id as subject, e.detail, e.changes,
  e.salt, encode(e.digest, 'hex') as digest, encode(e.proof, 'hex') as proof`;

/** The chain with its events, in order, some at a time. */
export async function listSealed(tx: Tx, after: number, until: number, limit: number): Promise<SealedEvent[]> {
  const { rows } = await tx.client.query<SealedEvent>(
    `select s.number, encode(s.link, 'hex') as link, s.event_id as id, e.id is not null as "isThere", ${columns}
     from (select * from event_seal where workspace_id = $1 and number > $2 and number <= $3 order by number limit $4) s
     left join event e on e.workspace_id = s.workspace_id and e.id = s.event_id order by s.number`,
    [tx.workspace, after, until, limit],
  );
  return rows;
}

/** What waits to be sealed; `isThere` is false where only the wish to seal it is left. */
export async function listUnsealed(tx: Tx): Promise<(ProvedEvent & { readonly isThere: boolean })[]> {
  const { rows } = await tx.client.query<ProvedEvent & { readonly isThere: boolean }>(
    `select u.event_id as id, e.id is not null as "isThere", ${columns}
     from event_unsealed u left join event e on e.workspace_id = u.workspace_id and e.id = u.event_id where u.workspace_id = $1`,
    [tx.workspace],
  );
  return rows;
}

/** Events that say they are of the log, and neither stand in the chain nor wait for it. */
export async function listStray(tx: Tx, limit: number): Promise<{ readonly id: string; readonly at: Temporal.Instant }[]> {
  const { rows } = await tx.client.query<{ id: string; at: Temporal.Instant }>(
    `select e.id, e.happened_at as at from event e
     where e.workspace_id = $1 and e.proof is not null
       and not exists (select from event_seal s where s.workspace_id = $1 and s.event_id = e.id)
       and not exists (select from event_unsealed u where u.workspace_id = $1 and u.event_id = e.id)
     order by e.happened_at, e.id limit $2`,
    [tx.workspace, limit],
  );
  return rows;
}

/** Events of these kinds, of which there are few. */
export async function listOfKinds(tx: Tx, kinds: readonly string[]): Promise<ProvedEvent[]> {
  const { rows } = await tx.client.query<ProvedEvent>(
    `select e.id, ${columns} from event e where e.workspace_id = $1 and e.kind = any($2)`,
    [tx.workspace, kinds],
  );
  return rows;
}
