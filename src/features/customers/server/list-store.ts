import { upTo, type Tx } from '#kit/server/db/index.ts';
import type { RiskBand, Stage } from '#features/purchases/domain/index.ts';
import { legsOf, type CustomerSort, type Leg, type Turn } from '../domain/index.ts';
import type { OrderedEntries } from '#kit/server/field-source.ts';
import { conditionSql, entriesSql, type Asked, type Parameter, type Seen } from './condition-sql.ts';
import { entryStretchSql } from './entry-order.ts';

export type ListRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organization';
  readonly externalId: string | null;
  readonly stage: Stage;
  readonly risk: RiskBand;
  readonly valueMinor: number;
  readonly valueAtRiskMinor: number;
  readonly lastPurchaseOn: string | null;
  readonly nextDueOn: string | null;
  readonly lastContactAt: Temporal.Instant | null;
  readonly ownerId: string;
  readonly isKey: boolean;
  readonly visits: number;
  readonly spentMinor: number;
  readonly pulse: number | null;
  readonly openPromises: number;
  readonly nextTalkOn: string | null;
  readonly country: string | null;
  readonly language: string | null;
  /** What the list is sorted by, where reading the page told it, and as text. */
  readonly sortedBy?: unknown;
  readonly place: string | null;
  /** How many fit in all, where reading the page told it. */
  readonly fitting?: number;
};

/** Which customers. */
export type ListFilter = {
  readonly asOfOn: string;
  readonly stages: readonly Stage[];
  readonly risks: readonly RiskBand[];
  /** Whose customers; `isFew` where they can be sorted one by one. */
  readonly owner: { readonly id: string; readonly isFew: boolean } | undefined;
  /** Only these customers, where a name was typed that few have. */
  readonly among: readonly string[] | undefined;
  /** What else has to hold, seen from a day of the business. */
  readonly asked: readonly Asked[];
  readonly seen: Seen;
  /** Known to be more than are counted. */
  readonly isMany?: boolean;
  /** Patterns of a name that many have: each word by its spellings. */
  readonly patterns: readonly (readonly string[])[];
};

/** What a list is sorted by: a column of the customers' rows, or entries beside them. */
export type Sorting = { readonly by: CustomerSort | OrderedEntries; readonly descending: boolean };

export type ListWanted = ListFilter & { readonly order: Sorting; readonly turn: Turn; readonly limit: number };

type Column = { readonly name: string; readonly type: string; readonly canBeEmpty: boolean };

const columns: Readonly<Record<CustomerSort, Column>> = {
  name: { name: 'sort_name', type: 'text', canBeEmpty: false },
  value: { name: 'value_minor', type: 'bigint', canBeEmpty: false },
  risk: { name: 'value_at_risk_minor', type: 'bigint', canBeEmpty: false },
  last_purchase: { name: 'last_purchase_on', type: 'date', canBeEmpty: true },
  next_due: { name: 'next_due_on', type: 'date', canBeEmpty: true },
  last_contact: { name: 'last_contact_at', type: 'timestamptz', canBeEmpty: true },
};

/** One page of the list, in the order of the list, whichever way it was read. */
export async function listCustomers(tx: Tx, wanted: ListWanted): Promise<ListRow[]> {
  const found: ListRow[] = [];
  const { by, descending } = wanted.order;
  for (const leg of legsOf(wanted.turn, descending, typeof by !== 'string' || columns[by].canBeEmpty)) {
    if (found.length >= wanted.limit) break;
    const limit = wanted.limit - found.length;
    found.push(...(typeof by === 'string' ? await readLeg(tx, wanted, by, leg, limit) : await readEntries(tx, wanted, by, leg, limit)));
  }
  return wanted.turn.direction === 'forward' ? found : found.toReversed();
}

/**
 * Every index of the list begins with stage and risk, so each of their pairs is one range that is already in order: the pages of every filter
 * by them cost the same, first and last, however many customers there are. Three ways of reading, by how many customers the other filters leave:
 * all of them, where a page of each range is read and merged; many of them, where the ranges are walked side by side until the page is full;
 * few of them, who are looked up and sorted.
 */
async function readLeg(tx: Tx, wanted: ListWanted, by: CustomerSort, leg: Leg, limit: number): Promise<ListRow[]> {
  const values: unknown[] = [tx.workspace, wanted.asOfOn];
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const column = columns[by];
  const way = leg.ascending ? 'asc' : 'desc';
  const conditions = ['s.workspace_id = $1', 's.as_of_on = $2', ...stretch(leg, column, parameter), ...filters(wanted, parameter)];
  const select = `select ${shown}, s.${column.name} as "sortedBy", s.${column.name}::text as place
    from customer_summary s where ${conditions.join(' and ')}`;
  // Those without the value are all alike by it; named all the same, because the index is in this order.
  const inOrder = `order by s.${column.name} ${way}, s.customer_id ${way} ${upTo(limit)}`;
  const page = (from: string) => `order by ${from}."sortedBy" ${way}, ${from}.id ${way} ${upTo(limit)}`;
  const isFew = wanted.among !== undefined || wanted.owner?.isFew === true;
  const isAll = wanted.owner === undefined && wanted.patterns.length === 0 && wanted.asked.length === 0;
  const rows = isFew ? lookUp() : isAll ? mergePages() : walkSideBySide();
  return (await tx.client.query<ListRow>(rows, values)).rows;

  function lookUp(): string {
    // All of them are read in any case, and those before the page are none.
    const all = leg.from || column.canBeEmpty ? '' : ', count(*) over ()::int as fitting';
    return `select r.*${all} from (${select} and s.stage = any(${parameter(wanted.stages, 'text[]')}) and s.risk = any(${parameter(wanted.risks, 'text[]')})) r ${page('r')}`;
  }

  function mergePages(): string {
    return `select r.* from unnest(${parameter(wanted.stages, 'text[]')}) as of_stage(one) cross join unnest(${parameter(wanted.risks, 'text[]')}) as of_risk(one)
      cross join lateral (
        ${select} and s.stage = of_stage.one and s.risk = of_risk.one ${inOrder}
      ) r ${page('r')}`;
  }

  // Each range ends by itself after a page, which tells the database that all of them come in order and need not be read to their ends.
  function walkSideBySide(): string {
    const ranges = wanted.stages.flatMap((stage) =>
      wanted.risks.map(
        (risk) => `(${select} and s.stage = ${parameter(stage, 'text')} and s.risk = ${parameter(risk, 'text')} ${inOrder})`,
      ),
    );
    return `select r.* from (${ranges.join(' union all ')}) r ${page('r')}`;
  }
}

async function readEntries(tx: Tx, wanted: ListWanted, source: OrderedEntries, leg: Leg, limit: number): Promise<ListRow[]> {
  const values: unknown[] = [tx.workspace, wanted.asOfOn];
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const conditions = holding(wanted, parameter);
  return (await tx.client.query<ListRow>(entryStretchSql({ source, leg, shown, conditions, limit }, parameter), values)).rows;
}

const shown = `s.customer_id as id, s.name, s.kind, s.external_id as "externalId", s.stage, s.risk, s.value_minor as "valueMinor",
  s.value_at_risk_minor as "valueAtRiskMinor", s.last_purchase_on::text as "lastPurchaseOn", s.next_due_on::text as "nextDueOn",
  s.last_contact_at as "lastContactAt", s.owner_id as "ownerId", s.key_since_on is not null as "isKey",
  s.visits, s.spent_minor as "spentMinor", s.last_pulse as pulse, s.open_promises as "openPromises",
  s.contact_on::text as "nextTalkOn", s.country, s.language`;

function stretch(leg: Leg, column: Column, parameter: Parameter): string[] {
  const after = leg.ascending ? '>' : '<';
  const conditions = column.canBeEmpty ? [`s.${column.name} is ${leg.isEmpty ? '' : 'not '}null`] : [];
  if (!leg.from) return conditions;
  const customer = parameter(leg.from.customer, 'uuid');
  if (leg.isEmpty) return [...conditions, `s.customer_id ${after} ${customer}`];
  return [...conditions, `(s.${column.name}, s.customer_id) ${after} (${parameter(leg.from.value, column.type)}, ${customer})`];
}

/** All that holds of the rows of a list; `$1` is the workspace, `$2` the day of the rows. */
function holding(wanted: ListFilter, parameter: Parameter): string[] {
  return [
    's.workspace_id = $1',
    's.as_of_on = $2',
    ...filters(wanted, parameter),
    `s.stage = any(${parameter(wanted.stages, 'text[]')})`,
    `s.risk = any(${parameter(wanted.risks, 'text[]')})`,
  ];
}

function filters({ owner, among, patterns, asked, seen }: ListFilter, parameter: Parameter): string[] {
  return [
    ...(owner === undefined ? [] : [`s.owner_id = ${parameter(owner.id, 'uuid')}`]),
    ...(among === undefined ? [] : [`s.customer_id = any(${parameter(`{${among.join(',')}}`, 'uuid[]')})`]),
    ...asked.map((one) => conditionSql(one, seen, parameter)),
    ...patterns.map((spellings) => `s.search_name like any(${parameter(spellings, 'text[]')})`),
  ];
}

/** Whether a colleague answers for no more than `most` customers. */
export async function hasFewCustomers(tx: Tx, asOfOn: string, owner: string, most: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'select from customer_summary where workspace_id = $1 and as_of_on = $2 and owner_id = $3 offset $4 limit 1',
    [tx.workspace, asOfOn, owner, most],
  );
  return rowCount === 0;
}

/** Whether more than `most` entries fit a condition, by the index that has them together: sooner known than who bears them. */
export async function hasManyEntries(tx: Tx, asked: Asked, seen: Seen, most: number): Promise<boolean> {
  const values: unknown[] = [tx.workspace, most];
  const statement = entriesSql(asked, seen, (value, type) => `$${values.push(value)}::${type}`);
  return statement !== undefined && (await tx.client.query(`${statement} offset $2 limit 1`, values)).rowCount === 1;
}

/** How many customers fit, counted no further than `most`. */
export async function countCustomers(tx: Tx, wanted: ListFilter, most: number): Promise<number> {
  const { statement, values } = fitting(tx, wanted, most, '');
  const { rows } = await tx.client.query<{ count: number }>(`select count(*)::int as count from (${statement}) s`, values);
  return rows[0]?.count ?? 0;
}

/** Those who fit, in no order and at most `most` of them. */
export async function findFitting(tx: Tx, wanted: ListFilter, most: number): Promise<string[]> {
  const { statement, values } = fitting(tx, wanted, most, 's.customer_id as id');
  const { rows } = await tx.client.query<{ id: string }>(statement, values);
  return rows.map((row) => row.id);
}

function fitting(tx: Tx, wanted: ListFilter, most: number, what: string): { statement: string; values: unknown[] } {
  const values: unknown[] = [tx.workspace, wanted.asOfOn];
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  return { statement: `select ${what} from customer_summary s where ${holding(wanted, parameter).join(' and ')} ${upTo(most)}`, values };
}
