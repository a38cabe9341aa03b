import { changesBetween } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { readContactRole, type ContactRoleTold } from '../domain/index.ts';
import { createCustomer, requireCustomer } from './actions.ts';
import { deleteRole, findRole, holdCustomers, insertRoles, listRoles, updateRole, type RoleRow } from './role-store.ts';
import { listParts } from './store.ts';
import type { NewCustomer } from './write-customers.ts';

export type NewContactRole = ContactRoleTold & {
  readonly organizationId: string;
  /** Somebody known already; or else `newPerson`, who is made as a contact and no customer. */
  readonly personId?: string | undefined;
  readonly newPerson?: Pick<NewCustomer, 'name' | 'given' | 'family' | 'email' | 'phone'> | undefined;
};

/** The roles of a person or at an organization, and the organizations that belong to it. */
export type RolesRead = {
  readonly roles: readonly RoleRow[];
  readonly parts: readonly { readonly id: string; readonly name: string }[];
};

/** Who works at an organization or where a person works, and which organizations belong to it. Refuses `customer.not_found`. */
export async function readRolesOf(tx: Tx, customer: string): Promise<RolesRead> {
  await requireCustomer(tx, customer);
  return { roles: await listRoles(tx, customer), parts: await listParts(tx, customer) };
}

/** The role, or `contact_role.not_found`. */
export async function readRole(tx: Tx, id: string): Promise<RoleRow> {
  const role = await findRole(tx, id);
  if (!role) throw fail('contact_role.not_found');
  return role;
}

/**
 * Says that a person works at an organization and answers the id of the role. A new person is looked after by those who look after the
 * organization. Refuses what `readContactRole` and, of a new person, `readCustomer` refuse; `contact_role.organization_unknown`,
 * `contact_role.person_unknown`, `contact_role.person_missing`, and a role that the person has there already (`contact_role.known`).
 */
export async function addContactRole(tx: Tx, now: Temporal.Instant, colleague: string, told: NewContactRole): Promise<string> {
  const role = unwrap(readContactRole(told));
  const { organizationId } = told;
  const held = await holdCustomers(tx, [organizationId, ...(told.personId === undefined ? [] : [told.personId])]);
  const organization = held.get(organizationId);
  if (organization?.kind !== 'organization') throw fail('contact_role.organization_unknown', {}, 'organizationId');
  if (told.personId !== undefined && held.get(told.personId)?.kind !== 'person') throw fail('contact_role.person_unknown', {}, 'personId');
  if (told.personId === undefined && told.newPerson === undefined) throw fail('contact_role.person_missing', {}, 'personId');
  const pair = { ownerId: organization.owner_id, deputyId: organization.deputy_id };
  const personId =
    told.personId ?? (await createCustomer(tx, now, colleague, { ...told.newPerson, kind: 'person', contactOnly: true, ...pair }));
  const id = newId(now.epochMilliseconds);
  if ((await insertRoles(tx, [{ id, personId, organizationId, ...role }])) === 0) throw fail('contact_role.known', {}, 'personId');
  await recordEvent(tx, now, {
    kind: 'contact_role.made',
    colleague,
    customer: organizationId,
    subject: id,
    detail: { person: personId, role: role.role },
  });
  tx.touch(personId, organizationId);
  return id;
}

/** Changes what is told of a role and leaves the rest. Refuses what `readContactRole` refuses, and `contact_role.not_found`. */
export async function changeContactRole(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  change: ContactRoleTold,
): Promise<void> {
  const before = await readRole(tx, id);
  const { role = before.role, sinceOn = before.since_on, untilOn = before.until_on } = change;
  await updateRole(tx, id, unwrap(readContactRole({ role, sinceOn, untilOn })));
  await recordEvent(tx, now, {
    kind: 'contact_role.changed',
    colleague,
    customer: before.organization_id,
    subject: id,
    detail: { person: before.person_id, fields: Object.keys(change) },
    changes: changesBetween({ role: before.role, sinceOn: before.since_on, untilOn: before.until_on }, { role, sinceOn, untilOn }),
  });
  tx.touch(before.person_id, before.organization_id);
}

/** Takes a role back that was never one; one that ended gets its last day instead. Refuses `contact_role.not_found`. */
export async function removeContactRole(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const { person_id: person, organization_id: customer, role } = await readRole(tx, id);
  await deleteRole(tx, id);
  await recordEvent(tx, now, { kind: 'contact_role.removed', colleague, customer, subject: id, detail: { person, role } });
  tx.touch(person, customer);
}
