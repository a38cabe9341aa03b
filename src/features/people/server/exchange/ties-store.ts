import type { Tx } from '#kit/server/db/index.ts';

/** A role as it is told to others: the organization by name too. */
export type RoleTie = {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly role: string | null;
  readonly sinceOn: string | null;
  readonly untilOn: string | null;
};

/** The photo that stands, by what it is told from another. */
type PhotoTie = { readonly id: string; readonly mediaType: string; readonly sha256: string };

export type Ties = { readonly roles: readonly RoleTie[]; readonly tags: readonly string[]; readonly photo: PhotoTie | null };

/** Where persons work, at present first, what customers are tagged with, and their photos, thousands at once. */
export async function listTies(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Ties>> {
  const { rows } = await tx.client.query<{ id: string; roles: RoleTie[]; tags: string[]; photo: PhotoTie | null }>(
    `select c.id,
       coalesce((
         select json_agg(json_build_object('id', r.id, 'organizationId', r.organization_id, 'organization', o.name, 'role', r.role, 'sinceOn', r.since_on,
           'untilOn', r.until_on) order by r.until_on desc nulls first, r.since_on, o.name, r.role, r.id)
         from contact_role r join customer o on o.workspace_id = $1 and o.id = r.organization_id where r.workspace_id = $1 and r.person_id = c.id
       ), '[]') as roles,
       array(
         select t.name from customer_tag ct join tag t on t.workspace_id = $1 and t.id = ct.tag_id
         where ct.workspace_id = $1 and ct.customer_id = c.id order by t.folded_name
       ) as tags,
       (
         select json_build_object('id', a.id, 'mediaType', a.media_type, 'sha256', a.sha256) from attachment a
         where a.workspace_id = $1 and a.customer_id = c.id and a.purpose = 'photo' and a.removed_at is null
       ) as photo
     from unnest($2::uuid[]) as c (id)`,
    [tx.workspace, ids],
  );
  return new Map(rows.map(({ id, ...ties }) => [id, ties]));
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
