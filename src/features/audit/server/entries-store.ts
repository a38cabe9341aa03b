import { uuidv7 } from '#kit/domain/ids.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { viaKinds } from '../domain/index.ts';

/** Which entries are looked for; what is left out does not matter. */
export type EntriesWanted = {
  readonly kinds?: readonly string[] | undefined;
  readonly colleague?: string | undefined;
  readonly customer?: string | undefined;
  /** One of `viaKinds`, or the id of a key. */
  readonly via?: string | undefined;
  readonly from?: Temporal.Instant | undefined;
  /** Before which. */
  readonly until?: Temporal.Instant | undefined;
  /** Behind which entry. */
  readonly after?: string | undefined;
};

export type EntryRow = {
  readonly id: string;
  readonly number: number | null;
  readonly kind: string;
  readonly at: Temporal.Instant;
  readonly colleague: string | null;
  readonly customer: string | null;
  readonly subject: string | null;
  readonly via: string | null;
  readonly detail: unknown;
  readonly changes: unknown;
  readonly isForgotten: boolean;
};

/** Entries, the latest first. Each kind is read by itself, as far as it is shown, so that seldom ones are found as fast as frequent ones. */
export async function listEntries(tx: Tx, wanted: EntriesWanted, limit: number): Promise<EntryRow[]> {
  const values: unknown[] = [tx.workspace, limit];
  const given = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    ...(wanted.colleague === undefined ? [] : [`colleague_id = ${given(wanted.colleague)}`]),
    ...(wanted.customer === undefined ? [] : [`customer_id = ${given(wanted.customer)}`]),
    ...viaConditions(wanted.via, given),
    ...(wanted.from === undefined ? [] : [`id >= ${given(firstIdOf(wanted.from))}`]),
    ...(wanted.until === undefined ? [] : [`id < ${given(firstIdOf(wanted.until))}`]),
    ...(wanted.after === undefined ? [] : [`id < ${given(wanted.after)}`]),
  ];
  const events = (more: readonly string[]) =>
    `select * from event where ${['workspace_id = $1', ...more, ...conditions].join(' and ')} order by id desc limit $2`;
  const found =
    wanted.kinds === undefined
      ? `(${events([])})`
      : `(select e.* from unnest(${given(wanted.kinds)}::text[]) as k (kind) cross join lateral (${events(['kind = k.kind'])}) e)`;
  const { rows } = await tx.client.query<EntryRow>(
    `select e.id, s.number, e.kind, e.happened_at as at, e.colleague_id as colleague, e.customer_id as customer, e.subject_id as subject, e.via,
       e.detail, e.changes, e.salt is null and e.digest is not null as "isForgotten"
     from (select * from ${found} e order by id desc limit $2) e
     left join event_seal s on s.workspace_id = $1 and s.event_id = e.id
     order by e.id desc`,
    values,
  );
  return rows;
}

function viaConditions(via: string | undefined, given: (value: unknown) => string): string[] {
  if (via === undefined) return [];
  if (via === 'in_person') return ['via is null', 'colleague_id is not null'];
  const words = viaKinds.filter((kind) => kind !== 'key');
  return via === 'key' ? ['via is not null', `via <> all(${given(words)}::text[])`] : [`via = ${given(via)}`];
}

/** The smallest id that an event of a moment may have: ids begin with the milliseconds at which it happened. */
function firstIdOf(moment: Temporal.Instant): string {
  return uuidv7(moment.epochMilliseconds, new Uint8Array(10));
}

/** Every kind of event that there is in the workspace: one step in the index for each. */
export async function listKinds(tx: Tx): Promise<string[]> {
  const { rows } = await tx.client.query<{ kind: string }>(
    `with recursive kinds as (
       (select kind from event where workspace_id = $1 order by kind limit 1)
       union all
       select (select e.kind from event e where e.workspace_id = $1 and e.kind > k.kind order by e.kind limit 1) from kinds k where k.kind is not null
     )
     select kind from kinds where kind is not null`,
    [tx.workspace],
  );
  return rows.map(({ kind }) => kind);
}
