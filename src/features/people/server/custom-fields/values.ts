import { FailureError, fail, unwrap, type Failure } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import {
  changeCustomValues,
  type CustomField,
  type CustomTold,
  type CustomValue,
  type CustomValues,
} from '../../domain/custom-fields/index.ts';
import { listCustomerNames } from '../store.ts';
import { listCustomFields } from './field-store.ts';
import { listCustomValues, type AnsweredRow } from './value-store.ts';

/** Whose values are told: what they have, and who they are. */
export type Holder = {
  readonly id: string | undefined;
  readonly kind: 'person' | 'organization';
  readonly custom: CustomValues;
};

/** What a customer has once something is told anew. Refuses what `changeCustomValues` refuses, somebody who is no person, and oneself. */
export async function readCustomTold(tx: Tx, holder: Holder, told: CustomTold | undefined): Promise<CustomValues> {
  const [read] = await readManyTold(tx, [{ holder, told }]);
  if (read && 'failure' in read) throw new FailureError(read.failure);
  return read?.values ?? holder.custom;
}

/** The same of many at once, each with its own answer. */
export async function readManyTold(
  tx: Tx,
  asked: readonly { readonly holder: Holder; readonly told: CustomTold | undefined }[],
): Promise<({ readonly values: CustomValues } | { readonly failure: Failure })[]> {
  if (asked.every(({ told }) => told === undefined || Object.keys(told).length === 0))
    return asked.map(({ holder }) => ({ values: holder.custom }));
  const fields = await listCustomFields(tx);
  const read = asked.map(({ holder, told }) => ({ holder, read: changeCustomValues(fields, holder.kind, holder.custom, told ?? {}) }));
  const people = fields.filter(({ kind }) => kind === 'person');
  const named = read.flatMap((one) => (one.read.ok ? newPeople(people, one.holder, one.read.value).map(({ person }) => person) : []));
  const persons = new Set((await listCustomerNames(tx, [...new Set(named)])).flatMap(({ id, kind }) => (kind === 'person' ? id : [])));
  return read.map(({ holder, read: result }) => {
    if (!result.ok) return { failure: result.failure };
    for (const { field, person } of newPeople(people, holder, result.value)) {
      const at = `custom.${field.id}`;
      if (person === holder.id) return { failure: fail('custom_field.person_is_self', { name: field.name }, at).failure };
      if (!persons.has(person)) return { failure: fail('custom_field.person_unknown', { name: field.name }, at).failure };
    }
    return { values: result.value };
  });
}

function newPeople(fields: readonly CustomField[], holder: Holder, values: CustomValues) {
  return fields.flatMap((field) => {
    const person = values[field.id];
    return typeof person === 'string' && person !== holder.custom[field.id] ? [{ field, person }] : [];
  });
}

/** What is answered of a value: people with their names. */
export type AnsweredValue = string | number | string[] | { id: string; name: string };

/** What customers have in fields that are asked, as it is answered, by their ids and those of the fields; in some of the fields only, where they are named. */
export async function answerCustomValues(
  tx: Tx,
  customers: readonly string[],
  fields?: readonly string[],
): Promise<ReadonlyMap<string, Record<string, AnsweredValue>>> {
  const answers = new Map<string, Record<string, AnsweredValue>>();
  for (const row of await listCustomValues(tx, customers, fields)) {
    const answer = answers.get(row.customer) ?? {};
    answer[row.field] = answered(row, answer[row.field]);
    answers.set(row.customer, answer);
  }
  return answers;
}

function answered({ kind, value, person }: AnsweredRow, before: AnsweredValue | undefined): AnsweredValue {
  if (kind === 'choices') return [...(Array.isArray(before) ? before : []), String(value)];
  return person === null ? value : { id: String(value), name: person };
}

/** The field of an id, or `custom_field.not_found`. */
export function requireField(fields: readonly CustomField[], id: string): CustomField {
  const field = fields.find((one) => one.id === id);
  if (!field) throw fail('custom_field.not_found');
  return field;
}

/** The one value that is told of many at once, as `changeCustomValues` reads it of somebody who may have it and has nothing yet. */
export function readForMany(fields: readonly CustomField[], told: CustomTold): Readonly<Record<string, CustomValue | null>> {
  return Object.fromEntries(
    Object.entries(told).flatMap(([id, one]) => {
      if (one === undefined) return [];
      const field = requireField(fields, id);
      const values = unwrap(changeCustomValues(fields, field.appliesTo === 'organizations' ? 'organization' : 'person', {}, { [id]: one }));
      return [[id, values[id] ?? null] as const];
    }),
  );
}
