import type { ValueBand } from '#features/purchases/domain/index.ts';
import { bandSql, type BandBounds } from '#features/purchases/server/index.ts';
import { upTo, type Tx } from '#kit/server/db/index.ts';
import type { MomentCursor } from '#kit/server/moment-cursor.ts';
import type { Counted } from '../domain/index.ts';
import type { PromiseRow } from './store.ts';

/** Which promises are counted: those settled within a time, up to now, of some colleagues or of all. */
export type CountedAsked = {
  readonly from: Temporal.Instant;
  readonly before: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly of: readonly string[] | undefined;
};

const counts = `count(*) filter (where p.state = 'kept')::int as kept, count(*) filter (where p.state <> 'kept')::int as missed`;

// All of it stands in one index, in the order of `counted_at`.
const settled = `p.workspace_id = $1 and p.counted_at >= $2::timestamptz and p.counted_at < $3::timestamptz and p.counted_at <= $4::timestamptz`;

/** By colleague and by part of the time: part 1 begins at the first of the moments, and so on. */
export async function countByColleague(
  tx: Tx,
  { from, before, now }: CountedAsked,
  beginnings: readonly Temporal.Instant[],
): Promise<readonly (Counted & { readonly colleague: string; readonly part: number })[]> {
  const { rows } = await tx.client.query<Counted & { colleague: string; part: number }>(
    `select p.counts_for_id as colleague, width_bucket(p.counted_at, $5::timestamptz[]) as part, ${counts}
     from promise p where ${settled} group by 1, 2`,
    [tx.workspace, from.toString(), before.toString(), now.toString(), beginnings.map(String)],
  );
  return rows;
}

/** By the day of the business on which it was settled, as ISO dates, in their order. */
export async function countByDay(tx: Tx, asked: CountedAsked, timeZone: string): Promise<readonly (Counted & { readonly on: string })[]> {
  const { rows } = await tx.client.query<Counted & { on: string }>(
    `select (p.counted_at at time zone $6)::date::text as on, ${counts} from promise p where ${settled} ${ofColleagues(asked)} group by 1 order by 1`,
    [...valuesOf(tx, asked), timeZone],
  );
  return rows;
}

/** By what kinds of customers are told apart. */
export type Kind = 'value' | 'stage' | 'key';

/** What a customer is; SQL over a row of the summary, with the parameters that hold the bounds of the bands of value. */
const kindSql: Readonly<Record<Kind, (bound: (of: keyof BandBounds) => string) => string>> = {
  value: bandSql,
  stage: () => `coalesce(s.stage, 'prospect')`,
  key: () => `case when s.key_since_on is null then 'no' else 'yes' end`,
};

/** By what customers are today. */
export async function countByKind(
  tx: Tx,
  asked: CountedAsked,
  bounds: BandBounds,
): Promise<readonly (Counted & { readonly value: ValueBand | null; readonly stage: string; readonly key: 'yes' | 'no' })[]> {
  const [value, stage, key] = (['value', 'stage', 'key'] as const).map((by) => kindSql[by]((of) => (of === 'middle' ? '$6' : '$7')));
  // Promises are gathered by customer first: there are far fewer customers than promises to join.
  const { rows } = await tx.client.query<Counted & { value: ValueBand | null; stage: string; key: 'yes' | 'no' }>(
    `select ${value} as value, ${stage} as stage, ${key} as key, sum(c.kept)::int as kept, sum(c.missed)::int as missed
     from (select p.customer_id, ${counts} from promise p where ${settled} ${ofColleagues(asked)} group by p.customer_id) c
       left join customer_summary s on s.workspace_id = $1 and s.as_of_on = 'infinity' and s.customer_id = c.customer_id
     group by 1, 2, 3`,
    [...valuesOf(tx, asked), bounds.middle, bounds.high],
  );
  return rows;
}

export type CountedRead = CountedAsked & {
  readonly outcome?: keyof Counted | undefined;
  readonly by?: Kind | undefined;
  readonly kind?: string | undefined;
  readonly after?: MomentCursor | undefined;
  readonly limit: number;
};

/** The promises behind a figure, those settled last before the others. */
export async function listCounted(
  tx: Tx,
  asked: CountedRead,
  bounds: BandBounds,
): Promise<(PromiseRow & { readonly counted_at: Temporal.Instant })[]> {
  const { outcome, by, kind, after, limit } = asked;
  const values: unknown[] = valuesOf(tx, asked);
  const value = (one: unknown) => `$${values.push(one)}`;
  const conditions = [
    ...(outcome === undefined ? [] : [`p.state ${outcome === 'kept' ? '=' : '<>'} 'kept'`]),
    ...(by === undefined || kind === undefined ? [] : [`${kindSql[by]((of) => value(bounds[of]))} = ${value(kind)}`]),
    ...(after ? [`(p.counted_at, p.id) < (${value(after.at.toString())}::timestamptz, ${value(after.id)}::uuid)`] : []),
  ];
  const { rows } = await tx.client.query<PromiseRow & { counted_at: Temporal.Instant }>(
    `select p.* from promise p
       ${by === undefined ? '' : "left join customer_summary s on s.workspace_id = $1 and s.as_of_on = 'infinity' and s.customer_id = p.customer_id"}
     where ${settled} ${ofColleagues(asked)} ${conditions.map((one) => `and ${one}`).join(' ')}
     order by p.counted_at desc, p.id desc ${upTo(limit)}`,
    values,
  );
  return rows;
}

function valuesOf(tx: Tx, { from, before, now, of }: CountedAsked): unknown[] {
  return [tx.workspace, from.toString(), before.toString(), now.toString(), of ?? null];
}

function ofColleagues({ of }: CountedAsked): string {
  return of === undefined ? 'and $5::uuid[] is null' : 'and p.counts_for_id = any($5::uuid[])';
}
