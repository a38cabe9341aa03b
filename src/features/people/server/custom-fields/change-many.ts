import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import {
  changeChoices,
  customChanges,
  inOrderOfFields,
  isAskedOf,
  type CustomField,
  type CustomTold,
  type CustomValue,
  type CustomValues,
} from '../../domain/custom-fields/index.ts';
import { listCustomerNames } from '../store.ts';
import { listCustomFields } from './field-store.ts';
import { readForMany, requireField } from './values.ts';
import { holdValuesOf, valuesOf, writeCustomValues, type ValuesChange } from './value-store.ts';

/** What stood in the fields of a customer before, and what was put there: nothing is null. */
export type CustomChanged = {
  readonly customer: string;
  readonly changes: Readonly<Record<string, { readonly before: CustomValue | null; readonly after: CustomValue | null }>>;
};

/** Choices by the field that offers them. */
export type ChosenByField = Readonly<Record<string, readonly string[]>>;

export type CustomOfMany = {
  /** What is put into fields, in place of what stands there; null empties one. */
  readonly put?: CustomTold | undefined;
  /** What is added to fields of several choices, and what is taken away. */
  readonly give?: ChosenByField | undefined;
  readonly take?: ChosenByField | undefined;
};

/**
 * Writes the same into fields of many customers; answers those who became different, with what stood there. Whom a field is not asked of is left out,
 * and so is who would be named in their own field. Refuses what `readCustomTold` and `changeChoices` refuse.
 */
export async function changeCustomOfMany(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customers: readonly string[],
  { put = {}, give = {}, take = {} }: CustomOfMany,
): Promise<readonly CustomChanged[]> {
  const fields = await listCustomFields(tx);
  const wanted = readForMany(fields, put);
  const several = [...new Set([...Object.keys(give), ...Object.keys(take)])].map((id) => requireField(fields, id));
  const chosen = (field: CustomField, before: CustomValue | undefined) =>
    unwrap(changeChoices(field, before, { give: give[field.id], take: take[field.id] }));
  // Refused even where nobody has the field.
  for (const field of several) chosen(field, undefined);
  for (const field of fields) {
    const person = wanted[field.id];
    if (field.kind !== 'person' || typeof person !== 'string') continue;
    const [found] = await listCustomerNames(tx, [person]);
    if (found?.kind !== 'person') throw fail('custom_field.person_unknown', { name: field.name }, `custom.${field.id}`);
  }
  return await writeMany(tx, now, colleague, customers, (id, kind, before) => {
    const asked = fields.filter((field) => field.id in wanted && isAskedOf(field, kind) && wanted[field.id] !== id);
    const values: Record<string, CustomValue | null> = Object.fromEntries(asked.map((field) => [field.id, wanted[field.id] ?? null]));
    for (const field of several.filter((one) => isAskedOf(one, kind))) {
      const after = chosen(field, field.id in values ? (values[field.id] ?? undefined) : before[field.id]);
      values[field.id] = after.length > 0 ? after : null;
    }
    return values;
  });
}

/** Puts back what stood there before, where nobody has changed it since; answers whose was put back. */
export async function restoreCustomOfMany(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  changed: readonly CustomChanged[],
): Promise<readonly string[]> {
  if (changed.length === 0) return [];
  const changes = new Map(changed.map((one) => [one.customer, one.changes]));
  const restored = await writeMany(tx, now, colleague, [...changes.keys()], (id, _, values) =>
    Object.fromEntries(
      Object.entries(changes.get(id) ?? {}).flatMap(([field, { before, after }]) =>
        JSON.stringify(values[field] ?? null) === JSON.stringify(after) ? [[field, before] as const] : [],
      ),
    ),
  );
  return restored.map(({ customer }) => customer);
}

/** Writes values that are known to fit into fields of many customers, of each its own. */
export async function putCustomValues(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | undefined,
  values: ReadonlyMap<string, Readonly<Record<string, CustomValue>>>,
): Promise<void> {
  if (values.size > 0) await writeMany(tx, now, colleague, [...values.keys()], (id) => values.get(id) ?? {});
}

async function writeMany(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | undefined,
  customers: readonly string[],
  wantedOf: (id: string, kind: 'person' | 'organization', values: CustomValues) => Readonly<Record<string, CustomValue | null>>,
): Promise<readonly CustomChanged[]> {
  const changes = (await holdValuesOf(tx, customers)).flatMap(({ id, kind, custom }): ValuesChange[] => {
    const before = valuesOf(custom);
    const merged = Object.entries({ ...before, ...wantedOf(id, kind, before) }).flatMap(([field, value]) =>
      value === null ? [] : [[field, value] as const],
    );
    const after = inOrderOfFields(Object.fromEntries(merged));
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ customer: id, before, after }];
  });
  if (changes.length === 0) return [];
  await writeCustomValues(tx, changes);
  const changed = changes.map(({ customer, before, after }) => ({ customer, changes: customChanges(before, after) }));
  await recordEvents(
    tx,
    changed.map(({ customer, changes: custom }) => ({
      now,
      event: { kind: 'customer.changed', colleague, customer, detail: { fields: ['custom'], custom } },
    })),
  );
  return changed;
}
