import type { Tx } from '#kit/server/db/index.ts';
import { inOrderOfFields, type CustomValue, type CustomValues } from '../../domain/custom-fields/index.ts';

/** One value as it stands in a row, with the kind of its field. */
export type ValueRow = { readonly field: string; readonly kind: string; readonly value: string | number };

/** The value of a row of `custom_value`, whatever its kind, in SQL. */
const anyValue = (row: string) =>
  `coalesce(to_json(${row}.text_value), to_json(${row}.number_value), to_json(${row}.minor_value), to_json(${row}.date_value), to_json(${row}.choice_id), to_json(${row}.person_id))`;

/** The values of a customer as JSON, beside a row that has the customer's id in `customer`, in SQL; `$1` is the workspace. */
export const valuesBeside = (customer: string) =>
  `coalesce((
     select json_agg(json_build_object('field', v.field_id, 'kind', f.kind, 'value', ${anyValue('v')}) order by v.field_id, v.place)
     from custom_value v join custom_field f on f.workspace_id = $1 and f.id = v.field_id
     where v.workspace_id = $1 and v.customer_id = ${customer}
   ), '[]')`;

/** The rows of one customer as what the customer has. */
export function valuesOf(rows: readonly ValueRow[]): CustomValues {
  if (rows.length === 0) return {};
  const values: Record<string, CustomValue> = {};
  for (const { field, kind, value } of rows) {
    const before = values[field];
    values[field] = kind === 'choices' ? [...(typeof before === 'object' ? before : []), String(value)] : value;
  }
  return inOrderOfFields(values);
}

/** What became of the values of a customer. */
export type ValuesChange = { readonly customer: string; readonly before: CustomValues; readonly after: CustomValues };

/** Writes what became different, of however many customers, in two statements. */
export async function writeCustomValues(tx: Tx, changes: readonly ValuesChange[]): Promise<void> {
  const changed = changes.flatMap(({ customer, before, after }) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => ({ customer, field, had: field in before, value: after[field] })),
  );
  const gone = changed.filter(({ had }) => had);
  if (gone.length > 0)
    await tx.client.query(
      `delete from custom_value v using unnest($2::uuid[], $3::uuid[]) as n (customer_id, field_id)
       where v.workspace_id = $1 and v.customer_id = n.customer_id and v.field_id = n.field_id`,
      [tx.workspace, gone.map(({ customer }) => customer), gone.map(({ field }) => field)],
    );
  await insertCustomValues(
    tx,
    changed.flatMap(({ customer, field, value }) => (value === undefined ? [] : [{ customer, values: { [field]: value } }])),
  );
}

/**
 * Writes values that were not there before, of however many customers, each into the column of its kind. What names a field, a choice or a person who is
 * there no more is left out: so it may be when a merge is undone.
 */
export async function insertCustomValues(
  tx: Tx,
  told: readonly { readonly customer: string; readonly values: CustomValues }[],
): Promise<void> {
  const rows = told.flatMap(({ customer, values }) =>
    Object.entries(values).flatMap(([field, value]) =>
      [value].flat().map((one, place) => ({ customer_id: customer, field_id: field, place, value: String(one) })),
    ),
  );
  if (rows.length === 0) return;
  await tx.client.query(
    `insert into custom_value (workspace_id, customer_id, field_id, place, text_value, number_value, minor_value, date_value, choice_id, person_id, person_name)
     select $1, n.customer_id, n.field_id, n.place, case f.kind when 'text' then n.value end, case f.kind when 'number' then n.value::float8 end,
       case f.kind when 'money' then n.value::bigint end, case f.kind when 'date' then n.value::date end, c.id, p.id, p.sort_name
     from json_to_recordset($2) as n (customer_id uuid, field_id uuid, place smallint, value text)
       join custom_field f on f.workspace_id = $1 and f.id = n.field_id
       left join custom_choice c on c.workspace_id = $1 and c.field_id = f.id and c.id = case when f.kind in ('choice', 'choices') then n.value::uuid end
       left join customer p on p.workspace_id = $1 and p.id = case when f.kind = 'person' then n.value::uuid end
     where f.kind in ('text', 'number', 'money', 'date') or c.id is not null or p.id is not null
     on conflict do nothing`,
    [tx.workspace, JSON.stringify(rows)],
  );
}

/** Brings the names by which people are sorted in fields up to date with what they are called now: of all, or of some. */
export async function renamePeopleInFields(tx: Tx, people: 'all' | readonly string[]): Promise<void> {
  const isAll = people === 'all';
  await tx.client.query(
    `update custom_value v set person_name = c.sort_name from customer c
     where v.workspace_id = $1 and c.workspace_id = $1 and c.id = v.person_id and v.person_name <> c.sort_name
       ${isAll ? '' : 'and v.person_id = any($2::uuid[])'}`,
    isAll ? [tx.workspace] : [tx.workspace, people],
  );
}

export type AnsweredRow = ValueRow & { readonly customer: string; readonly person: string | null };

/** What customers have in fields that are asked; in some of these only, where they are named. People come with their names. */
export async function listCustomValues(tx: Tx, customers: readonly string[], fields?: readonly string[]): Promise<AnsweredRow[]> {
  if (customers.length === 0 || fields?.length === 0) return [];
  const { rows } = await tx.client.query<AnsweredRow>(
    `select v.customer_id as customer, v.field_id as field, f.kind, ${anyValue('v')} as value, p.name as person
     from custom_value v
       join custom_field f on f.workspace_id = $1 and f.id = v.field_id and f.archived_at is null
       left join customer p on p.workspace_id = $1 and p.id = v.person_id
     where v.workspace_id = $1 and v.customer_id = any($2::uuid[]) and ($3::uuid[] is null or v.field_id = any($3::uuid[]))
     order by v.customer_id, v.field_id, v.place`,
    [tx.workspace, customers, fields ?? null],
  );
  return rows;
}

/** What customers are and have, held until the transaction ends: what changing many begins with. */
export async function holdValuesOf(
  tx: Tx,
  customers: readonly string[],
): Promise<{ readonly id: string; readonly kind: 'person' | 'organization'; readonly custom: readonly ValueRow[] }[]> {
  await tx.client.query('select from customer where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update', [
    tx.workspace,
    customers,
  ]);
  const { rows } = await tx.client.query<{ id: string; kind: 'person' | 'organization'; custom: ValueRow[] }>(
    `select c.id, c.kind, ${valuesBeside('c.id')} as custom from customer c where c.workspace_id = $1 and c.id = any($2::uuid[])`,
    [tx.workspace, customers],
  );
  return rows;
}
