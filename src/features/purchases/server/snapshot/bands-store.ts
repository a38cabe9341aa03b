import { living } from '#kit/server/summary.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { belowBand, type ValueBand } from '../../domain/index.ts';

/** Above which expected value, in minor units, a customer belongs to a band; null where nobody ever bought. */
export type BandBounds = Readonly<Record<Exclude<ValueBand, 'low'>, number | null>>;

/** Where the bands of value part the customers of a workspace, as these are today. */
export async function readBandBounds(tx: Tx): Promise<BandBounds> {
  const { rows } = await tx.client.query<BandBounds>(
    `select percentile_disc($3::float8) within group (order by s.value_minor) as middle, percentile_disc($4::float8) within group (order by s.value_minor) as high
     from customer_summary s where s.workspace_id = $1 and s.as_of_on = $2 and s.stage <> 'prospect'`,
    [tx.workspace, living, belowBand.middle, belowBand.high],
  );
  return rows[0] ?? { middle: null, high: null };
}

/** The band of a customer as SQL over their row `s`, with the parameters that hold the bounds; null of who never bought. */
export function bandSql(bound: (of: keyof BandBounds) => string): string {
  return `case when s.stage is null or s.stage = 'prospect' then null
    when s.value_minor > ${bound('high')}::bigint then 'high' when s.value_minor > ${bound('middle')}::bigint then 'middle' else 'low' end`;
}
