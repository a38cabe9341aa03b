import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';

/** A role as it is told to others: the organization by name too. */
export type RoleTie = {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly role: string | null;
  readonly sinceOn: string | null;
  readonly untilOn: string | null;
};

export type Ties = { readonly roles: readonly RoleTie[]; readonly tags: readonly string[] };

/** Where persons work, at present first, and what customers are tagged with, thousands at once. */
export async function listTies(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Ties>> {
  const { rows } = await tx.client.query<{ id: string; roles: RoleTie[]; tags: string[] }>(
    `select c.id,
       coalesce((
         select json_agg(json_build_object('id', r.id, 'organizationId', r.organization_id, 'organization', o.name, 'role', r.role, 'sinceOn', r.since_on,
           'untilOn', r.until_on) order by r.until_on desc nulls first, r.since_on, o.name, r.role, r.id)
         from contact_role r join customer o on o.workspace_id = $1 and o.id = r.organization_id where r.workspace_id = $1 and r.person_id = c.id
       ), '[]') as roles,
       array(
         select t.name from customer_tag ct join tag t on t.workspace_id = $1 and t.id = ct.tag_id
         where ct.workspace_id = $1 and ct.customer_id = c.id order by t.folded_name
       ) as tags
     from unnest($2::uuid[]) as c (id)`,
    [tx.workspace, ids],
  );
  return new Map(rows.map(({ id, roles, tags }) => [id, { roles, tags }]));
}

/** Says the name and the beginning of roles anew, thousands at once. */
export async function renameRoles(
  tx: Tx,
  roles: readonly { readonly id: string; readonly role: string | null; readonly sinceOn: string | null }[],
): Promise<void> {
  if (roles.length === 0) return;
  await tx.client.query(
    `update contact_role r set role = n.role, since_on = n.since_on from unnest($2::uuid[], $3::text[], $4::date[]) as n (id, role, since_on)
     where r.workspace_id = $1 and r.id = n.id`,
    [tx.workspace, roles.map((one) => one.id), roles.map((one) => one.role), roles.map((one) => one.sinceOn)],
  );
}

/** Puts tags on customers, thousands at once; words that nobody has used yet become tags. */
export async function putTags(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | null,
  tags: readonly { readonly customerId: string; readonly name: string; readonly foldedName: string }[],
): Promise<void> {
  if (tags.length === 0) return;
  const words = [...new Map(tags.map((tag) => [tag.foldedName, tag.name]))];
  await tx.client.query(
    `insert into tag (workspace_id, id, name, folded_name, made_by, made_at)
     select $1, n.id, n.name, n.folded_name, $2, $3 from unnest($4::uuid[], $5::text[], $6::text[]) as n (id, name, folded_name)
     on conflict (workspace_id, folded_name) do nothing`,
    [
      tx.workspace,
      colleague,
      now.toString(),
      words.map(() => newId(now.epochMilliseconds)),
      words.map(([, name]) => name),
      words.map(([folded]) => folded),
    ],
  );
  await tx.client.query(
    `insert into customer_tag (workspace_id, customer_id, tag_id, tagged_by, tagged_at)
     select $1, n.customer_id, t.id, $2, $3
     from unnest($4::uuid[], $5::text[]) as n (customer_id, folded_name) join tag t on t.workspace_id = $1 and t.folded_name = n.folded_name
     on conflict do nothing`,
    [tx.workspace, colleague, now.toString(), tags.map((tag) => tag.customerId), tags.map((tag) => tag.foldedName)],
  );
}

/** The next customers after one, in the order in which they were made: organizations and contacts as well. */
export async function listCustomersAfter(tx: Tx, after: string, most: number): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    'select id from customer where workspace_id = $1 and id > $2::uuid order by id limit $3',
    [tx.workspace, after, most],
  );
  return rows.map(({ id }) => id);
}

/** How many contact points of a kind, addresses and roles any one customer has at most. */
export async function countMostOfEach(
  tx: Tx,
): Promise<{ emails: number; phones: number; websites: number; addresses: number; roles: number }> {
  const { rows } = await tx.client.query<{ what: string; most: number }>(
    `select kind as what, max(count)::integer as most from (select kind, count(*) as count from contact_point where workspace_id = $1 group by customer_id, kind) p group by kind
     union all select 'address', coalesce(max(count), 0)::integer from (select count(*) as count from postal_address where workspace_id = $1 group by customer_id) a
     union all select 'role', coalesce(max(count), 0)::integer from (select count(*) as count from contact_role where workspace_id = $1 group by person_id) r`,
    [tx.workspace],
  );
  const most = new Map(rows.map((row) => [row.what, row.most]));
  const of = (what: string) => most.get(what) ?? 0;
  return { emails: of('email'), phones: of('phone'), websites: of('website'), addresses: of('address'), roles: of('role') };
}
