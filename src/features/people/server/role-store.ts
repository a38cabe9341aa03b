import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { ContactRole } from '../domain/index.ts';
import type { CustomerRow, PeopleTables } from './tables.ts';

/** A role with the two whom it joins. */
export type RoleRow = Omit<Selectable<PeopleTables['contact_role']>, 'workspace_id'> & {
  readonly person_name: string;
  readonly person_language: string | null;
  readonly person_email: string | null;
  readonly person_phone: string | null;
  readonly person_contact_only: boolean;
  readonly organization_name: string;
  readonly organization_language: string | null;
};

/** The roles of a person, or those that people have at an organization: open ones first, the latest before the others. */
export async function listRoles(tx: Tx, customer: string): Promise<RoleRow[]> {
  return await roles(tx)
    .where((is) => is.or([is('r.person_id', '=', customer), is('r.organization_id', '=', customer)]))
    .orderBy('r.until_on', (order) => order.desc().nullsFirst())
    .orderBy('person.sort_name')
    .orderBy('r.since_on', (order) => order.desc().nullsLast())
    .orderBy('r.id')
    .execute();
}

export async function findRole(tx: Tx, id: string): Promise<RoleRow | undefined> {
  return await roles(tx).where('r.id', '=', id).executeTakeFirst();
}

function roles(tx: Tx) {
  return tx
    .over<PeopleTables>()
    .selectFrom('contact_role as r')
    .innerJoin('customer as person', (join) =>
      join.onRef('person.workspace_id', '=', 'r.workspace_id').onRef('person.id', '=', 'r.person_id'),
    )
    .innerJoin('customer as organization', (join) =>
      join.onRef('organization.workspace_id', '=', 'r.workspace_id').onRef('organization.id', '=', 'r.organization_id'),
    )
    .select([
      'r.id',
      'r.person_id',
      'r.organization_id',
      'r.role',
      'r.since_on',
      'r.until_on',
      'person.name as person_name',
      'person.language as person_language',
      'person.email as person_email',
      'person.phone as person_phone',
      'person.contact_only as person_contact_only',
      'organization.name as organization_name',
      'organization.language as organization_language',
    ])
    .where('r.workspace_id', '=', tx.workspace);
}

/** Customers who are to be joined, held as what they are until the transaction ends. */
export async function holdCustomers(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<CustomerRow, 'id' | 'kind' | 'owner_id' | 'deputy_id'>>> {
  const rows = await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select(['id', 'kind', 'owner_id', 'deputy_id'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', ids)
    .orderBy('id')
    .forShare()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export type NewRole = ContactRole & { readonly id: string; readonly personId: string; readonly organizationId: string };

/** Writes roles, thousands in one statement. Who is in the same role there already, without an end, is left as it is. Answers how many were new. */
export async function insertRoles(tx: Tx, fresh: readonly NewRole[]): Promise<number> {
  if (fresh.length === 0) return 0;
  const made = await tx.client.query(
    `insert into contact_role (workspace_id, id, person_id, organization_id, role, since_on, until_on)
     select $1, n.id, n.person_id, n.organization_id, n.role, n.since_on, n.until_on
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::date[]) as n (id, person_id, organization_id, role, since_on, until_on)
     where not exists (
       select from contact_role r where r.workspace_id = $1 and r.person_id = n.person_id and r.organization_id = n.organization_id
         and r.until_on is null and n.until_on is null and lower(r.role) is not distinct from lower(n.role)
     )`,
    [
      tx.workspace,
      fresh.map((role) => role.id),
      fresh.map((role) => role.personId),
      fresh.map((role) => role.organizationId),
      fresh.map((role) => role.role),
      fresh.map((role) => role.sinceOn?.toString() ?? null),
      fresh.map((role) => role.untilOn?.toString() ?? null),
    ],
  );
  return made.rowCount ?? 0;
}

export async function updateRole(tx: Tx, id: string, role: ContactRole): Promise<void> {
  await tx
    .over<PeopleTables>()
    .updateTable('contact_role')
    .set({ role: role.role, since_on: role.sinceOn, until_on: role.untilOn })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

export async function deleteRole(tx: Tx, id: string): Promise<void> {
  await tx.over<PeopleTables>().deleteFrom('contact_role').where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}
