import type { Tx } from '#kit/server/db/index.ts';

/** What a change of many may change, as it stands in the record. */
export type ChangedColumns = {
  readonly owner_id: string;
  readonly deputy_id: string | null;
  readonly language: string | null;
  readonly formality: 'formal' | 'familiar' | null;
};

/** What may be changed for many customers at once; what is left out stays. */
export type ManyChange = {
  readonly ownerId?: string | undefined;
  readonly deputyId?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly formality?: 'formal' | 'familiar' | null | undefined;
};

/** What stood in the record of a customer before, and what was put there. */
export type Changed = { readonly customer: string; readonly before: ChangedColumns; readonly after: ChangedColumns };

const columns = ['owner_id', 'deputy_id', 'language', 'formality'] as const;
const asJson = (alias: string) => `jsonb_build_object(${columns.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`;
const all = (alias: string) => `(${columns.map((column) => `${alias}.${column}`).join(', ')})`;

export async function changeColumns(tx: Tx, customers: readonly string[], change: ManyChange): Promise<readonly Changed[]> {
  const { rows } = await tx.client.query<Changed>(
    `with before as (
       select id, ${columns.join(', ')} from customer where workspace_id = $1 and id = any($2) order by id for update
     ), wanted as (
       select id, owner_id, case when deputy_id = owner_id then null else deputy_id end as deputy_id, language, formality from (
         select id, coalesce($3::uuid, owner_id) as owner_id, case when $4 then $5::uuid else deputy_id end as deputy_id,
           case when $6 then $7::text else language end as language, case when $8 then $9::text else formality end as formality
         from before
       ) told where not ($4 and deputy_id is not distinct from owner_id and deputy_id is not null)
     )
     update customer c set ${all('c').replaceAll('c.', '')} = ${all('w')} from wanted w join before b on b.id = w.id
     where c.workspace_id = $1 and c.id = w.id and ${all('b')} is distinct from ${all('w')}
     returning c.id as customer, ${asJson('b')} as before, ${asJson('c')} as after`,
    [
      tx.workspace,
      customers,
      change.ownerId ?? null,
      change.deputyId !== undefined,
      change.deputyId ?? null,
      change.language !== undefined,
      change.language ?? null,
      change.formality !== undefined,
      change.formality ?? null,
    ],
  );
  return rows;
}

export async function restoreColumns(tx: Tx, changed: readonly Changed[]): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `update customer c set ${all('c').replaceAll('c.', '')} = ${all('b')}
     from unnest($2::uuid[], $3::jsonb[], $4::jsonb[]) as n (id, before, after) cross join jsonb_populate_record(null::customer, n.before) b
     where c.workspace_id = $1 and c.id = n.id and ${asJson('c')} = n.after
     returning c.id`,
    [
      tx.workspace,
      changed.map(({ customer }) => customer),
      changed.map(({ before }) => JSON.stringify(before)),
      changed.map(({ after }) => JSON.stringify(after)),
    ],
  );
  return rows.map(({ id }) => id);
}

/** What the name of a customer stands by in lists, and all that decides it. */
export type NameToSort = {
  readonly id: string;
  readonly sorted: string;
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly family: string | null;
  readonly language: string | null;
};

export async function listNamesToSort(tx: Tx, customers: readonly string[]): Promise<readonly NameToSort[]> {
  if (customers.length === 0) return [];
  const { rows } = await tx.client.query<NameToSort>(
    `select id, sort_name as sorted, kind, name, given, patronymic, family, language
     from customer where workspace_id = $1 and id = any($2)`,
    [tx.workspace, customers],
  );
  return rows;
}

export async function putSortNames(tx: Tx, names: readonly Pick<NameToSort, 'id' | 'sorted'>[]): Promise<void> {
  if (names.length === 0) return;
  await tx.client.query(
    `update customer c set sort_name = n.sorted from unnest($2::uuid[], $3::text[]) as n (id, sorted)
     where c.workspace_id = $1 and c.id = n.id`,
    [tx.workspace, names.map(({ id }) => id), names.map(({ sorted }) => sorted)],
  );
}
