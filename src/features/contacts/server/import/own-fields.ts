import { findPeopleNamed, namesOfCustomers, putCustomValues, type Customer } from '#features/people/server/index.ts';
import type { CustomField } from '#features/people/domain/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { OwnFields } from './convert.ts';

/** The fields with the people who are named in them by these customers. */
export async function ownFieldsOf(tx: Tx, fields: readonly CustomField[], customers: Iterable<Customer>): Promise<OwnFields> {
  const ofPeople = fields.filter(({ kind }) => kind === 'person');
  const ids = new Set<string>();
  for (const { custom } of ofPeople.length > 0 ? customers : []) {
    for (const { id } of ofPeople) if (typeof custom[id] === 'string') ids.add(custom[id]);
  }
  return { fields, people: ids.size === 0 ? new Map() : await namesOfCustomers(tx, [...ids]) };
}

/** A row that names people in fields. */
type Naming = { readonly customer: string; readonly row: FileRow; readonly counted: 'as changed' | 'as unchanged' };
type FileRow = { readonly line: number; readonly cells: readonly string[] };

/** Somebody who is not known, or could be several, with the row that names them. */
export type UnknownPerson = FileRow & { readonly value: string };

/** People whom a file names in fields: known when everybody is there, since a later row may bring them. */
export function createPeopleNamed(tx: Tx, now: Temporal.Instant, colleague: string | null) {
  const named: (Naming & { readonly field: CustomField; readonly name: string })[] = [];
  return {
    add: (naming: Naming, all: readonly { readonly field: CustomField; readonly name: string }[]) =>
      named.push(...all.map((one) => ({ ...naming, ...one }))),
    /** Writes who is meant, unless it is only looked. `changed`: how many rows that had been counted as unchanged are not. */
    async tie(writes: boolean, inFile: ReadonlySet<string>): Promise<{ unknown: readonly UnknownPerson[]; changed: number }> {
      if (named.length === 0) return { unknown: [], changed: 0 };
      const known = await findPeopleNamed(tx, [...new Set(named.map(({ name }) => name))]);
      const values = new Map<string, Record<string, string>>();
      const unknown: UnknownPerson[] = [];
      const changed = new Set<number>();
      for (const { customer, field, name, row, counted } of named) {
        const person = known.get(name);
        const isKnown = person === undefined ? !writes && inFile.has(name) : person !== customer;
        if (!isKnown) unknown.push({ line: row.line, cells: row.cells, value: `${field.name}: ${name}` });
        else if (counted === 'as unchanged') changed.add(row.line);
        // What an earlier row named is not written over.
        if (isKnown && person !== undefined) values.set(customer, { [field.id]: person, ...values.get(customer) });
      }
      if (writes) await putCustomValues(tx, now, colleague ?? undefined, values);
      return { unknown, changed: changed.size };
    },
  };
}
