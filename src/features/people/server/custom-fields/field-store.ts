import type { Tx } from '#kit/server/db/index.ts';
import type { CustomField, CustomFieldWords } from '../../domain/custom-fields/index.ts';

/** Every field of the workspace with its choices, in order; those that are archived at the end. */
export async function listCustomFields(tx: Tx): Promise<CustomField[]> {
  return await readFields(tx, '', []);
}

export async function findCustomField(tx: Tx, id: string): Promise<CustomField | undefined> {
  const [field] = await readFields(tx, 'and f.id = $2', [id]);
  return field;
}

/** Keeps others from changing fields until the transaction ends: names, order and number hold for all of them together. */
export async function holdCustomFields(tx: Tx): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('custom fields of ' || $1, 0))`, [tx.workspace]);
}

async function readFields(tx: Tx, which: string, values: readonly unknown[]): Promise<CustomField[]> {
  const { rows } = await tx.client.query<CustomField>(
    `select f.id, f.name, f.kind, f.applies_to as "appliesTo", f.currency, f.help, f.archived_at is not null as "isArchived",
       coalesce((
         select json_agg(json_build_object('id', c.id, 'name', c.name, 'isWithdrawn', c.withdrawn_at is not null) order by c.place, c.id)
         from custom_choice c where c.workspace_id = $1 and c.field_id = f.id
       ), '[]') as choices
     from custom_field f where f.workspace_id = $1 ${which} order by f.archived_at is not null, f.place, f.id`,
    [tx.workspace, ...values],
  );
  return rows;
}

export async function insertCustomField(
  tx: Tx,
  row: CustomFieldWords & { readonly id: string; readonly by: string | undefined; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.client.query(
    `insert into custom_field (workspace_id, id, name, folded_name, kind, applies_to, currency, help, place, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, (select coalesce(max(place), 0) + 1 from custom_field where workspace_id = $1), $9, $10)`,
    [tx.workspace, row.id, row.name, row.foldedName, row.kind, row.appliesTo, row.currency, row.help, row.by ?? null, row.now.toString()],
  );
}

export async function updateCustomField(
  tx: Tx,
  id: string,
  { name, foldedName, appliesTo, help }: Pick<CustomFieldWords, 'name' | 'foldedName' | 'appliesTo' | 'help'>,
): Promise<void> {
  await tx.client.query(
    'update custom_field set name = $3, folded_name = $4, applies_to = $5, help = $6 where workspace_id = $1 and id = $2',
    [tx.workspace, id, name, foldedName, appliesTo, help],
  );
}

export async function writeArchived(tx: Tx, id: string, by: { colleague: string; at: Temporal.Instant } | null): Promise<void> {
  await tx.client.query('update custom_field set archived_by = $3, archived_at = $4 where workspace_id = $1 and id = $2', [
    tx.workspace,
    id,
    by?.colleague ?? null,
    by?.at.toString() ?? null,
  ]);
}

export async function writeOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.client.query(
    `update custom_field f set place = n.place from unnest($2::uuid[]) with ordinality as n (id, place)
     where f.workspace_id = $1 and f.id = n.id and f.place <> n.place`,
    [tx.workspace, ids],
  );
}

/** A choice as it is written; one that is in hand already is changed. */
export type ChoiceRow = { readonly id: string; readonly name: string };

/** Writes the choices of a field in their order. Those that are withdrawn are offered again. */
export async function writeChoices(tx: Tx, field: string, choices: readonly ChoiceRow[]): Promise<void> {
  await tx.client.query(
    `insert into custom_choice (workspace_id, field_id, id, name, place)
     select $1, $2, n.id, n.name, n.place from unnest($3::uuid[], $4::text[]) with ordinality as n (id, name, place)
     on conflict (workspace_id, id) do update set name = excluded.name, place = excluded.place, withdrawn_at = null`,
    [tx.workspace, field, choices.map(({ id }) => id), choices.map(({ name }) => name)],
  );
}

/** Choices that nobody has are removed, the others withdrawn, behind those that are offered. Their rows are held first, so that nobody is given one meanwhile. */
export async function withdrawChoices(tx: Tx, field: string, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  const values = [tx.workspace, field, ids];
  await tx.client.query(
    'select from custom_choice where workspace_id = $1 and field_id = $2 and id = any($3::uuid[]) order by id for update',
    values,
  );
  await tx.client.query(
    `delete from custom_choice c where c.workspace_id = $1 and c.field_id = $2 and c.id = any($3::uuid[])
       and not exists (select from custom_value v where v.workspace_id = $1 and v.field_id = $2 and v.choice_id = c.id)`,
    values,
  );
  await tx.client.query(
    `update custom_choice set withdrawn_at = $4, place = place + $5 where workspace_id = $1 and field_id = $2 and id = any($3::uuid[]) and withdrawn_at is null`,
    [...values, now.toString(), behindOffered],
  );
}

const behindOffered = 100_000;
const countedAtMost = 1000;

/** How many customers have each choice of a field, counted no further than 1,000. */
export async function countChoices(tx: Tx, field: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.client.query<{ id: string; customers: number }>(
    `select c.id, (
       select count(*)::int from (
         select from custom_value v where v.workspace_id = $1 and v.field_id = $2 and v.choice_id = c.id limit $3
       ) counted
     ) as customers from custom_choice c where c.workspace_id = $1 and c.field_id = $2`,
    [tx.workspace, field, countedAtMost],
  );
  return new Map(rows.map(({ id, customers }) => [id, customers]));
}
