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

/** People whom a file names in fields: known when everybody is there, since a later row may bring them. */
export function createPeopleNamed(tx: Tx, now: Temporal.Instant, colleague: string | null) {
  const named: { readonly customer: string; readonly field: string; readonly name: string }[] = [];
  return {
    add: (customer: string, all: readonly { readonly field: string; readonly name: string }[]) =>
      named.push(...all.map((one) => ({ customer, ...one }))),
    /** Writes who is meant, unless it is only looked; answers how many are not known, or could be several. */
    async tie(writes: boolean, inFile: ReadonlySet<string>): Promise<number> {
      if (named.length === 0) return 0;
      const known = await findPeopleNamed(tx, [...new Set(named.map(({ name }) => name))]);
      const values = new Map<string, Record<string, string>>();
      let unknown = 0;
      for (const { customer, field, name } of named) {
        const person = known.get(name);
        if (person !== undefined && person !== customer) values.set(customer, { ...values.get(customer), [field]: person });
        else if (writes || !inFile.has(name)) unknown++;
      }
      if (writes) await putCustomValues(tx, now, colleague ?? undefined, values);
      return unknown;
    },
  };
}
