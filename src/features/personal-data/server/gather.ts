import { namesOfColleagues } from '#features/access/server/index.ts';
import { namesOfCustomers, readCustomerOf } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { readPersonalRows, type PersonalKind, type PersonalPart, type PersonalRow, type PersonalRows } from '#kit/server/personal.ts';
import { eventRows } from './event-rows.ts';

/** What is known of somebody: each part with its rows, ids of people already as their names. */
export type Known = {
  readonly customer: { readonly id: string; readonly name: string; readonly language: string | null };
  readonly parts: readonly {
    readonly part: string;
    readonly fields: Readonly<Record<string, PersonalKind>>;
    readonly rows: readonly PersonalRow[];
  }[];
  /** Of the files that stand: where the bytes lie, and what they are called. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
};

/** Every part that is told of persons, in the order of the floors; what happened stands last. */
export function partsOf(personal: readonly PersonalPart[]): readonly PersonalRows[] {
  return [...personal.flatMap(({ rows }) => rows), eventRows];
}

/** Gathers everything about a person from every feature. Refuses `customer.not_found`, and `customer.merged` for one that became another. */
export async function gather(tx: Tx, personal: readonly PersonalPart[], customer: string): Promise<Known> {
  const { name, language } = await readCustomerOf(tx, customer);
  const parts = [];
  for (const rows of partsOf(personal)) {
    const fields = Object.fromEntries(Object.entries(rows.fields).map(([field, [, kind]]) => [field, kind]));
    parts.push({ part: rows.part, fields, rows: await readPersonalRows(tx, rows, customer) });
  }
  const files = parts
    .filter(({ part }) => part === 'files')
    .flatMap(({ rows }) => rows)
    .flatMap((row) => (row['removedAt'] === null ? [{ id: String(row['id']), name: String(row['name']) }] : []));
  return { customer: { id: customer, name, language }, parts: await withNames(tx, parts), files };
}

async function withNames(tx: Tx, parts: Known['parts']): Promise<Known['parts']> {
  const idsOf = (wanted: PersonalKind) =>
    parts.flatMap(({ fields, rows }) =>
      Object.entries(fields).flatMap(([field, kind]) =>
        kind === wanted ? rows.flatMap((row) => (typeof row[field] === 'string' ? [row[field]] : [])) : [],
      ),
    );
  const colleagues = await namesOfColleagues(tx);
  const customers = await namesOfCustomers(tx, idsOf('customer'));
  const named = (kind: PersonalKind | undefined, value: unknown) => {
    if (kind !== 'colleague' && kind !== 'customer') return value;
    return typeof value === 'string' ? ((kind === 'colleague' ? colleagues : customers).get(value) ?? null) : null;
  };
  return parts.map(({ part, fields, rows }) => ({
    part,
    fields,
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, named(fields[field], value)]))),
  }));
}
