import type { OrderedEntries } from '#kit/server/field-source.ts';
import { upTo } from '#kit/server/db/index.ts';
import { highestId, lowestId } from '#kit/server/ids.ts';
import type { Leg } from '../domain/index.ts';
import type { Parameter } from './condition-sql.ts';

/** A stretch of a list that is sorted by entries beside the customers' rows. */
export type EntryStretch = {
  readonly source: OrderedEntries;
  readonly leg: Leg;
  /** What is shown of the row `s`, and what has to hold of it. */
  readonly shown: string;
  readonly conditions: readonly string[];
  readonly limit: number;
};

/**
 * The entries lie in their order in an index of their own, so the list is walked along them, and each customer's row is looked up. Whoever has no entry is met along the customers themselves.
 */
export function entryStretchSql(stretch: EntryStretch, take: Parameter): string {
  if (stretch.leg.isEmpty) return withoutEntry(stretch, take);
  return stretch.source.ranges ? rangeAfterRange(stretch, stretch.source.ranges, take) : alongEntries(stretch, take);
}

function alongEntries({ source, leg, shown, conditions, limit }: EntryStretch, take: Parameter): string {
  const { entries, of, column, type, customer } = source;
  const [way, after] = leg.ascending ? ['asc', '>'] : ['desc', '<'];
  const { from } = leg;
  const begins = from ? [`(${column}, ${customer}) ${after} (${take(from.value, type)}, ${take(from.customer, 'uuid')})`] : [];
  return `select ${shown}, ${column}::text as place from ${entries} join customer_summary s on ${of}
    where ${[...conditions, `${column} is not null`, ...begins].join(' and ')}
    order by ${column} ${way}, ${customer} ${way} ${upTo(limit)}`;
}

/** Each value of the column is a range that is in order by itself; the page begins within one of them. */
function rangeAfterRange({ source, leg, shown, conditions, limit }: EntryStretch, ranges: readonly string[], take: Parameter): string {
  const { entries, of, column, type, customer } = source;
  const [way, after, outermost] = leg.ascending ? ['asc', '>', lowestId] : ['desc', '<', highestId];
  const { from } = leg;
  const at = ranges.indexOf(from?.value ?? '');
  const ahead = at === -1 ? ranges : leg.ascending ? ranges.slice(at) : ranges.slice(0, at + 1);
  const begins =
    from && at !== -1
      ? [
          `${customer} ${after} case when ranges.one = ${take(from.value, type)} then ${take(from.customer, 'uuid')} else '${outermost}'::uuid end`,
        ]
      : [];
  return `select r.* from unnest(${take(ahead, `${type}[]`)}) with ordinality as ranges (one, nth) cross join lateral (
      select ${shown}, ${column}::text as place, ranges.nth as "sortedBy" from ${entries} join customer_summary s on ${of}
      where ${[...conditions, `${column} = ranges.one`, ...begins].join(' and ')}
      order by ${customer} ${way} ${upTo(limit)}
    ) r order by r."sortedBy" ${way}, r.id ${way} ${upTo(limit)}`;
}

function withoutEntry({ source, leg, shown, conditions, limit }: EntryStretch, take: Parameter): string {
  const [way, after] = leg.ascending ? ['asc', '>'] : ['desc', '<'];
  const begins = leg.from ? [`s.customer_id ${after} ${take(leg.from.customer, 'uuid')}`] : [];
  return `select ${shown}, null as place from customer_summary s
    where ${[...conditions, `not exists (select from ${source.entries} where ${source.of})`, ...begins].join(' and ')}
    order by s.customer_id ${way} ${upTo(limit)}`;
}
