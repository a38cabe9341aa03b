import { mayBeEntrusted } from '#features/access/domain/index.ts';
import type { Colleague } from '#features/access/server/index.ts';
import type { CustomField } from '#features/people/domain/index.ts';
import { listTies, readCustomers, readCustomersToChange, type ErasedPeople } from '#features/people/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Config } from '#kit/server/config.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import {
  mergeContact,
  peopleNamed,
  writtenAtFirst,
  type Contact,
  type ContactMapping,
  type SetAsideReason,
  type TakenContact,
  type Warning,
  type Written,
} from '../../domain/index.ts';
import type { Entry } from '../reading/read-contacts.ts';
import { createAcquaintance, fold } from './acquaintance.ts';
import { toContact } from './convert.ts';
import { createOrganizations } from './organizations.ts';
import { createPeopleNamed, ownFieldsOf } from './own-fields.ts';
import { saveContacts } from './save.ts';
import type { Standing, State } from './state.ts';

export type TakerSetting = {
  readonly mapping: ContactMapping;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly colleague: string | null;
  readonly colleagues: readonly Colleague[];
  readonly writes: boolean;
  readonly config: Pick<Config, 'dataFolder' | 'storage'> | undefined;
  /** The workspace's own fields that are asked. */
  readonly fields: readonly CustomField[];
  /** Undefined where nobody was. */
  readonly erased: ErasedPeople | undefined;
};

/** Why a row was set aside, or what of it was left out. */
export type Outcome = SetAsideReason | readonly Warning[];

/** Takes contacts in, some thousands at a time: recognizes them, merges what is told of each, and writes all of them in a few statements. */
export function createTaker(tx: Tx, setting: TakerSetting) {
  const { mapping, now, today, colleagues } = setting;
  const makeId = () => newId(now.epochMilliseconds);
  const acquaintance = createAcquaintance(tx, mapping.source, setting.erased);
  const organizations = createOrganizations(tx, makeId);
  const people = createPeopleNamed(tx, now, setting.colleague);
  const tiedLater = new Set(setting.fields.filter(({ kind }) => kind === 'person').map(({ id }) => id));
  const states = new Map<string, State>();
  // Whoever an earlier row spoke of: a later one adds to that and does not write over it, or the two would take turns for ever.
  const spokenOf = new Set<string>();
  const whoWorks = colleagues.filter((one) => one.suspended_at === null && mayBeEntrusted(one));
  const byName = new Map(whoWorks.map(({ id, name }) => [fold(name), id]));
  const namesById = new Map(colleagues.map(({ id, name }) => [id, name]));
  const usualOwner = setting.colleague ?? whoWorks.find(({ role }) => role === 'owner')?.id;
  if (usualOwner === undefined) throw fail('people.owner_not_found');
  const owner = usualOwner;
  const counts = { made: 0, updated: 0, unchanged: 0, contactsMade: 0, organizationsMade: 0 };

  async function recognize(contact: Contact): Promise<{ id: string; key: string; isNew: boolean; written: Written } | SetAsideReason> {
    const found = acquaintance.recognize(contact);
    if ('setAside' in found) return found.setAside;
    let customer = found.customer;
    // An organization that only its name tells is the one of that name, unless another row has spoken of that one.
    if (customer === 'new' && contact.kind === 'organization') {
      const named = await organizations.find(contact.name);
      if (named !== undefined && !spokenOf.has(named)) customer = named;
    }
    const isNew = customer === 'new';
    const id = isNew ? makeId() : customer;
    if (isNew && contact.kind === 'organization') await organizations.add(contact.name, id);
    const written = 'written' in found ? found.written : {};
    acquaintance.introduce(found.key, contact, id, written);
    return { id, key: found.key, isNew, written };
  }

  async function meet(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !states.has(id));
    if (unknown.length === 0) return;
    const customers = await (setting.writes ? readCustomersToChange : readCustomers)(tx, unknown);
    const ties = await listTies(tx, unknown);
    const own = await ownFieldsOf(tx, setting.fields, customers.values());
    for (const [id, customer] of customers) {
      const hangs = ties.get(id) ?? { roles: [], tags: [], photo: null };
      const contact = toContact(customer, hangs, (one) => namesById.get(one) ?? null, own);
      states.set(id, {
        id,
        before: { customer, ties: hangs, contact },
        contact,
        written: {},
        keys: new Set(),
        standing: {
          ownerId: customer.ownerId,
          deputyId: customer.deputyId,
          contactOnly: customer.contactOnly,
          knownSinceOn: customer.knownSinceOn,
        },
        changed: false,
      });
    }
  }

  /** What a colleague's name in the file stands for. */
  function standingOf(contact: Contact, warn: (warning: Warning) => void): Standing {
    const colleague = (name: string | null) => {
      const id = name === null ? undefined : byName.get(fold(name));
      if (name !== null && id === undefined) warn({ reason: 'owner_unknown', value: name });
      return id;
    };
    const ownerId = colleague(contact.owner) ?? owner;
    const deputyId = colleague(contact.deputy) ?? null;
    const since = contact.knownSinceOn === null ? today : Temporal.PlainDate.from(contact.knownSinceOn);
    return {
      ownerId,
      deputyId: deputyId === ownerId ? null : deputyId,
      contactOnly: contact.kind === 'person' && (contact.contactOnly ?? (contact.roles.length > 0 && mapping.people === 'contacts')),
      knownSinceOn: Temporal.PlainDate.compare(since, today) > 0 ? today : since,
    };
  }

  function make(id: string, key: string, told: TakenContact, row: Entry, warn: (warning: Warning) => void): void {
    const contact = withFreeNumber(id, told.contact, warn);
    people.add({ customer: id, row: rowOf(row), counted: 'as changed' }, peopleNamed(contact.custom, setting.fields, {}));
    const standing = standingOf(contact, warn);
    states.set(id, { id, before: undefined, contact, written: writtenAtFirst(contact), keys: new Set([key]), standing, changed: true });
    counts.made++;
    if (standing.contactOnly) counts.contactsMade++;
  }

  function change(state: State, key: string, written: Written, told: TakenContact, row: Entry, warn: (warning: Warning) => void): void {
    const contact = withFreeNumber(state.id, told.contact, warn);
    const merged = mergeContact(state.contact, contact, { ...written, ...state.written }, !spokenOf.has(state.id), tiedLater);
    people.add(
      { customer: state.id, row: rowOf(row), counted: merged.changed ? 'as changed' : 'as unchanged' },
      peopleNamed(merged.contact.custom, setting.fields, state.contact.custom),
    );
    state.contact = merged.contact;
    state.written = merged.written;
    state.keys.add(key);
    state.changed ||= merged.changed;
    if (merged.changed) counts.updated++;
    else counts.unchanged++;
  }

  function withFreeNumber(id: string, contact: Contact, warn: (warning: Warning) => void): Contact {
    if (contact.externalId === null) return contact;
    const holder = acquaintance.holderOf(contact.externalId);
    if (holder === undefined || holder === id) return contact;
    warn({ reason: 'external_id_taken', value: contact.externalId });
    return { ...contact, externalId: null };
  }

  return {
    async take(entries: readonly Entry[]): Promise<{ entry: Entry; outcome: Outcome }[]> {
      await acquaintance.meet(entries.flatMap(({ read }) => ('contact' in read ? [read.contact] : [])));
      const recognized = [];
      for (const entry of entries)
        recognized.push({ entry, whom: 'contact' in entry.read ? await recognize(entry.read.contact) : entry.read.setAside });
      await meet(recognized.flatMap(({ whom }) => (typeof whom === 'string' || whom.isNew ? [] : [whom.id])));
      const outcomes = recognized.map(({ entry, whom }): { entry: Entry; outcome: Outcome } => {
        if (typeof whom === 'string' || !('contact' in entry.read))
          return { entry, outcome: typeof whom === 'string' ? whom : 'name_missing' };
        const warnings = [...entry.read.warnings];
        const warn = (warning: Warning) => void warnings.push(warning);
        const state = states.get(whom.id);
        if (state) change(state, whom.key, whom.written, entry.read, entry, warn);
        else make(whom.id, whom.key, entry.read, entry, warn);
        spokenOf.add(whom.id);
        return { entry, outcome: warnings };
      });
      if (setting.writes) {
        const photos = new Map(entries.flatMap(({ photo }) => (photo ? [[photo.sha256, photo] as const] : [])));
        counts.organizationsMade += await saveContacts(tx, { ...setting, organizations, owner, photos }, [...states.values()]);
        states.clear();
        acquaintance.forget();
      }
      return outcomes;
    },
    /**
     * Ties what could only be tied when everything was there. `refused`: organizations that would have belonged to each other in a circle; `unknownPeople`: whom the
     * workspace's own fields name in vain.
     */
    async finish() {
      if (!setting.writes) {
        const names = new Set([...states.values()].flatMap(({ contact }) => contact.roles.map((role) => role.organization)));
        for (const name of names) await organizations.ensure(name);
        counts.organizationsMade = organizations.takeMentioned().size;
      }
      const refused = setting.writes ? await organizations.tie() : [];
      const inFile = new Set([...states.values()].flatMap(({ contact }) => (contact.kind === 'person' ? contact.name : [])));
      const { unknown, changed } = await people.tie(setting.writes, inFile);
      return {
        ...counts,
        updated: counts.updated + changed,
        unchanged: counts.unchanged - changed,
        refused: refused.length,
        unknownPeople: unknown,
      };
    },
  };
}

// Photos are not held on to until the end.
function rowOf({ line, cells }: Entry) {
  return { line, cells };
}
