import type { RiskBand, Stage } from '#features/purchases/domain/index.ts';

/** Every stage and every band of risk, in the order in which people read them. */
export const stages = ['prospect', 'first-time', 'returning', 'lapsed'] as const satisfies readonly Stage[];
export const riskBands = ['calm', 'watch', 'at-risk', 'lost'] as const satisfies readonly RiskBand[];

/** What a list can show of people's records, called as its conditions call it. */
export const recordColumns = ['email', 'phone', 'city', 'tag', 'organization'] as const;
export type RecordColumn = (typeof recordColumns)[number];

/** What a file of the list can hold, in the order of the file. */
export const exportedColumns = [
  'name',
  'number',
  'kind',
  'stage',
  'risk',
  'value',
  'spent',
  'visits',
  'last_purchase',
  'next_due',
  'last_contact',
  'pulse',
  'open_promises',
  'next_talk',
  'country',
  'language',
  ...recordColumns,
  'owner',
] as const;
export type ExportedColumn = (typeof exportedColumns)[number];

/** Those of a few that a text names, in their own order; all where it names none. */
export function chosenOf<Name extends string>(text: string | undefined, names: readonly Name[]): readonly Name[] {
  const wanted = text?.split(',') ?? [];
  const chosen = names.filter((name) => wanted.includes(name));
  return chosen.length === 0 ? names : chosen;
}

/** What the list of customers can be sorted by. */
const customerSorts = ['name', 'value', 'risk', 'last_purchase', 'next_due', 'last_contact'] as const;
export type CustomerSort = (typeof customerSorts)[number];

/** What a field of the workspace's own is called in addresses and saved lists. */
export type CustomName = `field_${string}`;

/** The name of a field of the workspace's own by its id, as `customIdIn` reads it. */
export function customName(id: string): CustomName {
  return `field_${id}`;
}

/** Whether a column, a sort or a condition is of a field of the workspace's own. */
export function isCustomName(name: string): name is CustomName {
  return customIdIn(name) !== undefined;
}

/** The id of the field that is called so; undefined of anything else. */
export function customIdIn(name: string): string | undefined {
  return /^field_([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/.exec(name)?.[1];
}

export type Order = { readonly by: CustomerSort | CustomName; readonly descending: boolean };

/** Where a page begins or ends: a customer, and the text of what the list is sorted by; null where the customer has none. */
export type Place = { readonly value: string | null; readonly customer: string };

/** Which page: from the start, after or before a place, or the last one. */
export type Turn = { readonly direction: 'forward' | 'backward'; readonly from: Place | undefined };

/**
 * A stretch of the list that one index range holds. Customers without the value sorted by stand at the end in both orders, so they are a
 * stretch of their own.
 */
export type Leg = { readonly isEmpty: boolean; readonly from: Place | undefined; readonly ascending: boolean };

/**
 * The stretches to read, one after the other until the page is full. A page backward is read from its end, so its rows come in the reverse
 * order. `canBeEmpty` says whether there are customers without the value sorted by.
 */
export function legsOf({ direction, from }: Turn, descending: boolean, canBeEmpty: boolean): readonly Leg[] {
  const isForward = direction === 'forward';
  const ascending = isForward !== descending;
  const valued: Leg = { isEmpty: false, from: from?.value === null ? undefined : from, ascending };
  const empty: Leg = { isEmpty: true, from: from?.value === null ? from : undefined, ascending };
  const startsEmpty = from?.value === null;
  if (!canBeEmpty) return [valued];
  if (isForward) return startsEmpty ? [empty] : [valued, empty];
  return from !== undefined && !startsEmpty ? [valued] : [empty, valued];
}

/** Reads `-value`, `name` or the name of a field of the workspace's own; undefined for anything else. */
export function readOrder(text: string): Order | undefined {
  const name = text.replace(/^-/, '');
  const by = customerSorts.find((sort) => sort === name) ?? (isCustomName(name) ? name : undefined);
  return by && { by, descending: text.startsWith('-') };
}

/** A place as it stands in an address. */
export function writePlace({ value, customer }: Place): string {
  return value === null ? customer : `${customer}~${value}`;
}

/** Reads what `writePlace` wrote; undefined for anything else. */
export function readPlace(text: string): Place | undefined {
  const [, customer, value] = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:~([^]*))?$/.exec(text) ?? [];
  return customer === undefined ? undefined : { customer, value: value ?? null };
}
