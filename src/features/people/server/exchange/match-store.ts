import type { Tx } from '#kit/server/db/index.ts';

/** Enough of a customer to tell whether somebody in a file is the same. */
export type KnownCustomer = { readonly id: string; readonly kind: 'person' | 'organization'; readonly name: string };

/** Customers by their ids and by their external ids, those of customers merged into them too, thousands at once. */
export async function findKnownCustomers(
  tx: Tx,
  by: { readonly ids: readonly string[]; readonly externalIds: readonly string[] },
): Promise<readonly (KnownCustomer & { readonly externalId: string | null })[]> {
  const { rows } = await tx.client.query<KnownCustomer & { externalId: string | null }>(
    `select id, kind, name, external_id as "externalId" from customer where workspace_id = $1 and id = any($2::uuid[])
     union select id, kind, name, external_id from customer where workspace_id = $1 and external_id = any($3::text[])
     union select c.id, c.kind, c.name, a.external_id from customer_alias a join customer c on c.workspace_id = $1 and c.id = a.customer_id
     where a.workspace_id = $1 and a.external_id = any($3::text[])`,
    [tx.workspace, by.ids, by.externalIds],
  );
  return rows;
}

/** Whoever can be reached by these e-mail addresses and numbers, thousands at once. */
export async function findCustomersByReach(
  tx: Tx,
  by: { readonly emails: readonly string[]; readonly phones: readonly string[] },
): Promise<readonly (KnownCustomer & { readonly reach: string })[]> {
  const { rows } = await tx.client.query<KnownCustomer & { reach: string }>(
    `select p.value as reach, c.id, c.kind, c.name
     from (
       select customer_id, value from contact_point where workspace_id = $1 and kind = 'email' and value = any($2::text[])
       union all select customer_id, value from contact_point where workspace_id = $1 and kind = 'phone' and value = any($3::text[])
     ) p join customer c on c.workspace_id = $1 and c.id = p.customer_id`,
    [tx.workspace, by.emails, by.phones],
  );
  return rows;
}

/** Every organization by name, for whoever has to find thousands of them however they are written. */
export async function listOrganizations(tx: Tx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await tx.client.query<{ id: string; name: string }>(
    "select id, name from customer where workspace_id = $1 and kind = 'organization' order by id",
    [tx.workspace],
  );
  return rows;
}

/** The persons of these names, as they stand on lists, who are the only ones of their name. Nobody of a name that several bear. */
export async function findPeopleNamed(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.client.query<{ name: string; id: string }>(
    `select name, min(id::text) as id from customer where workspace_id = $1 and kind = 'person' and name = any($2::text[])
     group by name having count(*) = 1`,
    [tx.workspace, names],
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** Which organization each one belongs to, of those that belong to one. */
export async function listParents(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.client.query<{ id: string; parent: string }>(
    'select id, parent_id as parent from customer where workspace_id = $1 and parent_id is not null',
    [tx.workspace],
  );
  return new Map(rows.map(({ id, parent }) => [id, parent]));
}

/** Lets organizations belong to others, thousands at once. Whoever asks has made sure that they do not belong to each other in a circle. */
export async function setParents(tx: Tx, pairs: ReadonlyMap<string, string>): Promise<void> {
  await tx.client.query(
    `update customer c set parent_id = n.parent_id from unnest($2::uuid[], $3::uuid[]) as n (id, parent_id)
     where c.workspace_id = $1 and c.id = n.id and c.kind = 'organization'`,
    [tx.workspace, [...pairs.keys()], [...pairs.values()]],
  );
}
