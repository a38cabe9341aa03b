import type { Tx } from '#kit/server/db/index.ts';
import type { Findable, SearchText } from '../names/search-text.ts';

/** All by which a customer is found, and what was made of it so far. */
export type FindableRow = Findable & {
  readonly id: string;
  readonly kept: { readonly name: string; readonly rest: string | null; readonly digits: string };
};

export async function listFindable(tx: Tx, ids: readonly string[]): Promise<FindableRow[]> {
  const { rows } = await tx.client.query<FindableRow>(
    `select c.id, c.note,
       array[c.name, c.latin_name, c.given, c.patronymic, c.family, c.external_id] as names,
       array[c.nickname, c.other_names, c.legal_name] as "otherNames",
       array(select p.value from contact_point p where p.workspace_id = $1 and p.customer_id = c.id and p.kind = 'email' order by p.place) as emails,
       array(select p.value from contact_point p where p.workspace_id = $1 and p.customer_id = c.id and p.kind = 'phone' order by p.place) as phones,
       array(
         select t.name from customer_tag ct join tag t on t.workspace_id = $1 and t.id = ct.tag_id
         where ct.workspace_id = $1 and ct.customer_id = c.id order by t.name
       ) as tags,
       array(
         select distinct o.name from contact_role r join customer o on o.workspace_id = $1 and o.id = r.organization_id
         where r.workspace_id = $1 and r.person_id = c.id order by o.name
       ) as organizations,
       json_build_object('name', c.search_name, 'rest', c.search_rest, 'digits', c.search_digits) as kept
     from customer c where c.workspace_id = $1 and c.id = any($2::uuid[])`,
    [tx.workspace, ids],
  );
  return rows;
}

/** The persons who are found by the names of these organizations. */
export async function listWhoAreFoundBy(tx: Tx, organizations: readonly string[]): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    'select distinct person_id as id from contact_role where workspace_id = $1 and organization_id = any($2::uuid[])',
    [tx.workspace, organizations],
  );
  return rows.map((row) => row.id);
}

/** Customers of whom it has not been made yet what they are found by. */
export async function listUnfindable(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    'select id from customer where workspace_id = $1 and search_rest is null limit $2',
    [tx.workspace, most],
  );
  return rows.map((row) => row.id);
}

export async function writeSearchTexts(tx: Tx, texts: readonly (SearchText & { readonly id: string })[]): Promise<void> {
  if (texts.length === 0) return;
  await tx.client.query(
    `update customer c set search_name = n.name, search_rest = n.rest, search_digits = n.digits
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as n (id, name, rest, digits)
     where c.workspace_id = $1 and c.id = n.id`,
    [tx.workspace, texts.map((one) => one.id), texts.map((one) => one.name), texts.map((one) => one.rest), texts.map((one) => one.digits)],
  );
}
