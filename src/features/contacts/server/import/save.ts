import {
  insertCustomers,
  insertRoles,
  putPhotos,
  putTags,
  renameRoles,
  updateCustomers,
  type NewRole,
  type ReadyPhoto,
} from '#features/people/server/index.ts';
import type { Config } from '#kit/server/config.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { CustomField } from '#features/people/domain/index.ts';
import { customValues, unknownContact, type ContactMapping, type ContactRole } from '../../domain/index.ts';
import { toDetails } from './convert.ts';
import type { createOrganizations } from './organizations.ts';
import { rememberOrigins } from './origin-store.ts';
import type { State } from './state.ts';

export type Saving = {
  readonly mapping: ContactMapping;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly colleague: string | null;
  readonly owner: string;
  readonly config: Pick<Config, 'dataFolder' | 'storage'> | undefined;
  /** By what they are told apart. */
  readonly photos: ReadonlyMap<string, ReadyPhoto>;
  readonly organizations: ReturnType<typeof createOrganizations>;
  /** The workspace's own fields. */
  readonly fields: readonly CustomField[];
};

/** Writes what became of customers, with the organizations that they name. Answers how many of those were new. */
export async function saveContacts(tx: Tx, saving: Saving, states: readonly State[]): Promise<number> {
  const { mapping, now, organizations, owner, today } = saving;
  const colleague = saving.colleague ?? undefined;
  const changed = states.filter((state) => state.changed);
  const roles = await rolesToMake(saving, changed);
  await noteParents(saving, changed);

  const mentioned = [...organizations.takeMentioned()].map(([id, name]) => ({
    id,
    details: toDetails({ ...unknownContact, kind: 'organization', name }, null),
    externalId: null,
    contactOnly: false,
    ownerId: owner,
    deputyId: null,
    knownSinceOn: today,
  }));
  const fresh = changed.filter(({ before }) => before === undefined);
  const made = fresh.map(({ id, contact, standing }) => ({
    id,
    details: { ...toDetails(contact, null), custom: customValues(contact.custom, saving.fields, { values: {}, texts: {} }) },
    externalId: contact.externalId,
    ...standing,
  }));
  await insertCustomers(tx, now, colleague, [...mentioned, ...made]);
  await updateCustomers(
    tx,
    now,
    colleague,
    changed.flatMap(({ id, before, contact }) => {
      if (!before) return [];
      const { customer } = before;
      const custom = customValues(contact.custom, saving.fields, { values: customer.custom, texts: before.contact.custom });
      const after = { ...customer, ...toDetails(contact, customer.parentId), custom, externalId: contact.externalId };
      return [{ id, before: customer, after }];
    }),
  );
  await insertRoles(tx, roles.fresh);
  await renameRoles(tx, roles.renamed);
  await putTags(
    tx,
    now,
    saving.colleague,
    changed.flatMap(({ id, contact, before }) =>
      contact.tags.slice(before?.contact.tags.length ?? 0).map((name) => ({ customer: id, name })),
    ),
  );
  if (saving.config) await putPhotos(tx, saving.config, now, colleague ?? owner, newPhotos(saving, changed));
  for (const { id, contact, before } of changed) {
    if (before && (contact.tags.length > before.contact.tags.length || contact.roles !== before.contact.roles)) tx.touch(id);
  }
  await rememberOrigins(
    tx,
    mapping.source,
    states.flatMap(({ id, keys, written }) => [...keys].map((key) => ({ key, customerId: id, written }))),
  );
  return mentioned.length;
}

function newPhotos({ photos }: Saving, states: readonly State[]) {
  return states.flatMap(({ id: customer, contact, before }) => {
    const photo = contact.photo === (before?.contact.photo ?? null) ? undefined : photos.get(contact.photo ?? '');
    return photo ? [{ customer, photo }] : [];
  });
}

async function rolesToMake({ now, organizations }: Saving, states: readonly State[]) {
  const fresh: NewRole[] = [];
  const renamed: { id: string; role: string | null; sinceOn: string | null }[] = [];
  for (const { id, contact, before } of states) {
    for (const [place, role] of contact.roles.entries()) {
      const tie = before?.ties.roles[place];
      if (!tie) {
        const organizationId = await organizations.ensure(role.organization);
        if (organizationId !== id) fresh.push({ id: newId(now.epochMilliseconds), personId: id, organizationId, ...daysOf(role) });
      } else if (tie.role !== role.role || tie.sinceOn !== role.sinceOn)
        renamed.push({ id: tie.id, role: role.role, sinceOn: role.sinceOn });
    }
  }
  return { fresh, renamed };
}

function daysOf({ role, sinceOn, untilOn }: ContactRole): Pick<NewRole, 'role' | 'sinceOn' | 'untilOn'> {
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
  return { role, sinceOn: day(sinceOn), untilOn: day(untilOn) };
}

async function noteParents({ organizations }: Saving, states: readonly State[]): Promise<void> {
  for (const { id, contact, before } of states) {
    if (contact.parent !== null && contact.parent !== before?.contact.parent)
      organizations.belongs(id, await organizations.ensure(contact.parent));
  }
}
