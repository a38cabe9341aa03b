import type { CustomValues } from '#features/people/domain/index.ts';
import {
  insertCustomers,
  insertRoles,
  prepareCustomer,
  type NewCustomer,
  type NewRole,
  type PreparedCustomer,
} from '#features/people/server/index.ts';
import type { BusinessRows, ContactRow, CustomerRow, InWorkspaceLanguages, OrganizationRow } from '#fixtures/business-rows.ts';
import { unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';

type Known = {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  /** The person at the keyboard, and each colleague by the id in the rows. */
  readonly owner: string;
  readonly colleagues: ReadonlyMap<string, string>;
  /** What customers have in the fields of the sample's own. */
  readonly custom: ReadonlyMap<string, CustomValues>;
};

/** Writes the customers of the sample and who works at the organizations among them; answers each customer's id by that of the row. */
export async function addPeople(tx: Tx, business: BusinessRows, known: Known): Promise<Map<string, string>> {
  const customers = business.customers.map((row) => ({ row, customer: prepare(toldOf(row, known), known) }));
  const contacts = customers.flatMap(({ row, customer }) =>
    row.kind === 'person'
      ? []
      : row.contacts.map((contact) => ({
          row,
          contact,
          organization: customer.id,
          person: prepare(toldOfContact(row, contact, known), known),
        })),
  );
  await insertCustomers(tx, known.now, known.owner, [
    ...customers.map(({ customer }) => customer),
    ...contacts.map(({ person }) => person),
  ]);
  await insertRoles(
    tx,
    contacts.map(({ row, contact, organization, person }): NewRole => ({
      id: newId(known.now.epochMilliseconds),
      personId: person.id,
      organizationId: organization,
      role: roles.get(contact.role)?.[contact.person.gender][business.language] ?? null,
      sinceOn: row.knownSince,
      untilOn: null,
    })),
  );
  return new Map(customers.map(({ row, customer }) => [row.id, customer.id]));
}

function prepare(told: NewCustomer, { now, today, owner }: Pick<Known, 'now' | 'today' | 'owner'>): PreparedCustomer {
  return unwrap(prepareCustomer(told, { now, today, ownerId: owner }));
}

function toldOf(row: CustomerRow, known: Known): NewCustomer {
  return {
    ...(row.kind === 'person' ? toldOfPerson(row) : { kind: row.kind, name: row.name, legalName: row.legalName, foundedOn: row.foundedOn }),
    ...careFor(row, known),
    externalId: row.number,
    latinName: row.latinName,
    emails: row.emails.map((value) => ({ value })),
    phones: row.phones.map((value) => ({ value })),
    addresses: [{ city: row.city, country: row.country }],
    timeZone: row.timeZone,
    custom: known.custom.get(row.id),
  };
}

function toldOfPerson({ kind, name, person, birthday }: Extract<CustomerRow, { kind: 'person' }>): NewCustomer {
  const { given, patronymic, family } = person;
  return {
    kind,
    name,
    given,
    patronymic,
    family,
    birthday: birthday && { ...birthday, calendar: birthday.calendar === 'persian' ? 'persian' : 'gregory' },
  };
}

function toldOfContact(row: OrganizationRow, { person, email, phone }: ContactRow, known: Known): NewCustomer {
  const { given, patronymic, family, latin } = person;
  return { kind: 'person', contactOnly: true, given, patronymic, family, latinName: latin, email, phone, ...careFor(row, known) };
}

/** Contacts are addressed and looked after as their organization is. */
function careFor(row: CustomerRow, { colleagues }: Known) {
  const { language, formality, country, knownSince: knownSinceOn } = row;
  return { language, formality, country, knownSinceOn, ownerId: colleagues.get(row.ownerId), deputyId: colleagues.get(row.deputyId) };
}

type ByGender = Readonly<Record<ContactRow['person']['gender'], InWorkspaceLanguages>>;

const roles: ReadonlyMap<ContactRow['role'], ByGender> = new Map([
  ['owner', { female: { en: 'owner', el: 'ιδιοκτήτρια', fa: 'مالک' }, male: { en: 'owner', el: 'ιδιοκτήτης', fa: 'مالک' } }],
  ['manager', { female: { en: 'manager', el: 'διευθύντρια', fa: 'مدیر' }, male: { en: 'manager', el: 'διευθυντής', fa: 'مدیر' } }],
  [
    'buyer',
    {
      female: { en: 'buyer', el: 'υπεύθυνη αγορών', fa: 'مسئول خرید' },
      male: { en: 'buyer', el: 'υπεύθυνος αγορών', fa: 'مسئول خرید' },
    },
  ],
  ['assistant', { female: { en: 'assistant', el: 'βοηθός', fa: 'دستیار' }, male: { en: 'assistant', el: 'βοηθός', fa: 'دستیار' } }],
]);
