import { namesOfColleagues } from '#features/access/server/index.ts';
import {
  answerCustomValues,
  customFieldOrder,
  findCustomers,
  listCustomFields,
  listRecordsShown,
  searchPatterns,
  type AnsweredValue,
  type RecordShown,
} from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { RiskBand, Stage } from '#features/purchases/domain/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import {
  customIdIn,
  isCustomName,
  readOrder,
  readPlace,
  riskBands,
  stages,
  writePlace,
  type Place,
  type RecordColumn,
  type Turn,
} from '../domain/index.ts';
import { conditionsOf } from './conditions.ts';
import {
  countCustomers,
  findFitting,
  hasFewCustomers,
  hasManyEntries,
  listCustomers,
  type ListFilter,
  type ListRow,
  type ListWanted,
  type Sorting,
} from './list-store.ts';

/**
 * So many customers are sooner looked up one by one than met along the list. Along the alphabet those of one name stand together, so that one may
 * have to walk far to meet the first of them.
 */
const few = 5000;
const fewInAlphabet = 50_000;

/** Whom a list holds. */
export type ListFilterAsked = {
  readonly asOfOn: string;
  /** The day looked at, which days such as `-60d` are counted from. */
  readonly day: Temporal.PlainDate;
  /** Conditions that all have to hold, as `readConditions` reads them. */
  readonly where?: string | undefined;
  readonly stages?: readonly Stage[] | undefined;
  readonly risks?: readonly RiskBand[] | undefined;
  readonly owner?: string | undefined;
  readonly name?: string | undefined;
};

export type ListAsked = ListFilterAsked & {
  /** A sort with a minus for downward. */
  readonly sort: string;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly page: 'first' | 'last';
  readonly limit: number;
  /** Of the workspace's own fields those that are shown, by their ids. */
  readonly fields?: readonly string[] | undefined;
  /** What is shown of people's records besides. */
  readonly record?: readonly RecordColumn[] | undefined;
};

export type ListedCustomer = ListRow & {
  readonly owner: { readonly id: string; readonly name: string };
  readonly custom: Readonly<Record<string, AnsweredValue>>;
  readonly record: RecordShown;
};

export type CustomerPage = {
  readonly customers: readonly ListedCustomer[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly count: { readonly known: number; readonly isMore: boolean } | null;
};

const countedAtMost = 1000;
const changedAtMost = 5000;

/**
 * A page of customers. Refuses a sort there is not (`customers.sort_unknown`) and a place that is none (`input.invalid`). The count of all
 * comes with the first page only.
 */
export async function readCustomers(tx: Tx, asked: ListAsked): Promise<CustomerPage> {
  const order = await sortingOf(tx, asked.sort);
  const turn = turnOf(asked);
  const filter = await filterOf(tx, asked, order.by === 'name' ? fewInAlphabet : few);
  const wanted: ListWanted = { ...(await gathered(tx, filter, order)), order, turn, limit: asked.limit + 1 };
  const found = await listCustomers(tx, wanted);
  const isForward = turn.direction === 'forward';
  const isMore = found.length > asked.limit;
  const rows = isForward ? found.slice(0, asked.limit) : found.slice(-asked.limit);
  const names = await namesOfColleagues(tx);
  const ids = rows.map(({ id }) => id);
  const custom = asked.fields?.length ? await answerCustomValues(tx, ids, asked.fields) : undefined;
  const records = asked.record?.length ? await listRecordsShown(tx, ids, asked.record, asked.day) : undefined;
  const counted = isForward && !turn.from ? (found[0]?.fitting ?? (await countOf(tx, wanted))) : undefined;
  return {
    customers: rows.map((row) => ({
      ...row,
      owner: { id: row.ownerId, name: names.get(row.ownerId) ?? '' },
      custom: custom?.get(row.id) ?? {},
      record: records?.get(row.id) ?? {},
    })),
    next: isForward ? (isMore ? placeOf(rows.at(-1)) : null) : turn.from ? placeOf(rows.at(-1)) : null,
    previous: isForward ? (turn.from ? placeOf(rows[0]) : null) : isMore ? placeOf(rows[0]) : null,
    count: counted === undefined ? null : { known: Math.min(counted, countedAtMost), isMore: counted > countedAtMost },
  };
}

async function sortingOf(tx: Tx, sort: string): Promise<Sorting> {
  const unknown = fail('customers.sort_unknown', { sort }, 'sort');
  const order = readOrder(sort);
  if (!order) throw unknown;
  const { by, descending } = order;
  if (!isCustomName(by)) return { by, descending };
  const field = (await listCustomFields(tx)).find(({ id }) => id === customIdIn(by));
  if (!field) throw unknown;
  return { by: customFieldOrder(field), descending };
}

/** Everybody whom a list holds. Refuses more than may be changed at once (`customers.too_many_to_change` {most}). */
export async function findAll(tx: Tx, asked: ListFilterAsked): Promise<readonly string[]> {
  const found = await findFitting(tx, await filterOf(tx, asked, few), changedAtMost + 1);
  if (found.length > changedAtMost) throw fail('customers.too_many_to_change', { most: changedAtMost }, 'which');
  return found;
}

/** Everybody whom a list holds, of all customers or of these; undefined where they are more than `most`. */
export async function findFittingAmong(
  tx: Tx,
  asked: ListFilterAsked,
  among: 'all' | readonly string[],
  most: number,
): Promise<readonly string[] | undefined> {
  const filter = await filterOf(tx, asked, few);
  const both = filter.among === undefined || among === 'all' ? filter.among : filter.among.filter((one) => among.includes(one));
  const found = await findFitting(tx, { ...filter, among: both ?? (among === 'all' ? undefined : among) }, most + 1);
  return found.length > most ? undefined : found;
}

async function filterOf(tx: Tx, asked: ListFilterAsked, most: number): Promise<ListFilter> {
  const owner =
    asked.owner === undefined ? undefined : { id: asked.owner, isFew: await hasFewCustomers(tx, asked.asOfOn, asked.owner, few) };
  return {
    asOfOn: asked.asOfOn,
    stages: asked.stages ?? stages,
    risks: asked.risks ?? riskBands,
    owner,
    asked: await conditionsOf(tx, asked.where),
    seen: { day: asked.day, timeZone: (await readWorkspace(tx)).timeZone },
    ...(await searchOf(tx, asked.name, most)),
  };
}

/** Conditions that few fit are asked once: walking along the list one would meet them too seldom. Only the rows' own order knows stages and owners. */
async function gathered(tx: Tx, filter: ListFilter, { by }: Sorting): Promise<ListFilter> {
  const isMet = typeof by === 'string' || (isWhole(filter) && filter.owner === undefined);
  if ((filter.asked.length === 0 && isMet) || filter.among !== undefined) return filter;
  const [only, ...others] = filter.asked;
  const isBare = isWhole(filter) && filter.owner === undefined && filter.patterns.length === 0 && others.length === 0;
  if (only && isBare && (await hasManyEntries(tx, only, filter.seen, few))) return { ...filter, isMany: true };
  const found = await findFitting(tx, filter, few + 1);
  return found.length > few ? filter : { ...filter, among: found };
}

// A name that many have need not be counted to know that there are many.
async function countOf(tx: Tx, wanted: ListWanted): Promise<number> {
  if (wanted.isMany === true) return countedAtMost + 1;
  if (wanted.patterns.length > 0 && isWhole(wanted) && wanted.owner === undefined) return countedAtMost + 1;
  return await countCustomers(tx, wanted, countedAtMost + 1);
}

function isWhole(filter: ListFilter): boolean {
  return filter.stages.length === stages.length && filter.risks.length === riskBands.length;
}

function turnOf({ after, before, page }: ListAsked): Turn {
  if (after !== undefined) return { direction: 'forward', from: readFrom(after, 'after') };
  if (before !== undefined) return { direction: 'backward', from: readFrom(before, 'before') };
  return { direction: page === 'last' ? 'backward' : 'forward', from: undefined };
}

function readFrom(text: string, field: string): Place {
  const place = readPlace(text);
  if (!place) throw fail('input.invalid', {}, field);
  return place;
}

function placeOf(row: ListRow | undefined): string | null {
  return row ? writePlace({ value: row.place, customer: row.id }) : null;
}

/** Few customers of a name are looked up one by one; a name that many have is looked for along the list, where the next one is never far. */
async function searchOf(tx: Tx, name: string | undefined, most: number): Promise<Pick<ListWanted, 'among' | 'patterns'>> {
  const patterns = searchPatterns(name ?? '');
  if (patterns.length === 0) return { among: undefined, patterns: [] };
  const found = await findCustomers(tx, name ?? '', most + 1);
  return found.length > most ? { among: undefined, patterns } : { among: found, patterns: [] };
}
