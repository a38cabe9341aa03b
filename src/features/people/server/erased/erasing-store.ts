import type { Tx } from '#kit/server/db/index.ts';

/** Under which ids somebody stood before, by the merges that are still remembered; the person's own first. */
export async function idsEverOf(tx: Tx, customer: string): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `with recursive gone (id) as (
       select $2::uuid union select m.gone_id from customer_merge m join gone g on m.kept_id = g.id where m.workspace_id = $1 and m.undone_at is null
     )
     select id from gone order by id <> $2`,
    [tx.workspace, customer],
  );
  return rows.map(({ id }) => id);
}

/** By what a row of a file tells somebody: names, addresses, numbers, lower-cased; too short ones would tell others, too. */
export async function marksOf(tx: Tx, customer: string): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ mark: string }>(
    `select distinct lower(btrim(mark)) as mark from (
       select unnest(array[c.name, c.latin_name, c.legal_name, concat_ws(' ', c.given, c.family), concat_ws(' ', c.family, c.given), c.external_id]) as mark
       from customer c where c.workspace_id = $1 and c.id = $2
       union all select p.value from contact_point p where p.workspace_id = $1 and p.customer_id = $2
       union all select regexp_replace(p.value, '\\D', '', 'g') from contact_point p where p.workspace_id = $1 and p.customer_id = $2 and p.kind = 'phone'
       union all select a.external_id from customer_alias a where a.workspace_id = $1 and a.customer_id = $2
     ) m where length(btrim(mark)) >= 4`,
    [tx.workspace, customer],
  );
  return rows.map(({ mark }) => mark);
}

/** Takes the row of a customer away, and with it everything that hangs on it. */
export async function deleteCustomer(tx: Tx, customer: string): Promise<void> {
  await tx.client.query('delete from customer where workspace_id = $1 and id = $2', [tx.workspace, customer]);
}

/** Customers who are tied to one: their pages and figures change when that one goes. */
export async function listTiedTo(tx: Tx, customer: string): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select person_id as id from contact_role where workspace_id = $1 and organization_id = $2
     union select organization_id from contact_role where workspace_id = $1 and person_id = $2
     union select id from customer where workspace_id = $1 and parent_id = $2
     union select customer_id from custom_value where workspace_id = $1 and person_id = $2
     union select from_id from circle_link where workspace_id = $1 and to_id = $2
     union select to_id from circle_link where workspace_id = $1 and from_id = $2`,
    [tx.workspace, customer],
  );
  return rows.map(({ id }) => id);
}
