import type { CustomerDetails, CustomField } from '#features/people/domain/index.ts';
import type { Customer, Ties } from '#features/people/server/index.ts';
import { birthdayOf, birthdayText, customTexts, type Contact } from '../../domain/index.ts';

/** The workspace's own fields that are asked, and the people in them by their ids. */
export type OwnFields = { readonly fields: readonly CustomField[]; readonly people: ReadonlyMap<string, string> };

/** A customer as a contact: everything that a file can hold of one. */
export function toContact(
  customer: Omit<Customer, 'key'>,
  ties: Ties | undefined,
  nameOf: (colleague: string) => string | null,
  own: OwnFields,
): Contact {
  const isPerson = customer.kind === 'person';
  return {
    kind: customer.kind,
    contactOnly: isPerson ? customer.contactOnly : null,
    id: customer.id,
    sourceKey: null,
    externalId: customer.externalId,
    name: customer.name,
    latinName: customer.latinName,
    given: customer.given,
    patronymic: customer.patronymic,
    family: customer.family,
    prefix: customer.prefix,
    suffix: customer.suffix,
    nickname: customer.nickname,
    otherNames: customer.otherNames,
    greeting: customer.greeting,
    country: customer.country,
    language: customer.language,
    timeZone: customer.timeZone,
    formality: customer.formality,
    birthday: customer.birthday && birthdayText(customer.birthday),
    profession: customer.profession,
    legalName: customer.legalName,
    foundedOn: customer.foundedOn?.toString() ?? null,
    industry: customer.industry,
    employees: customer.employees,
    note: customer.note,
    parent: customer.parent?.name ?? null,
    photo: ties?.photo?.sha256 ?? null,
    owner: nameOf(customer.ownerId),
    deputy: customer.deputyId === null ? null : nameOf(customer.deputyId),
    knownSinceOn: customer.knownSinceOn.toString(),
    emails: customer.emails,
    phones: customer.phones,
    websites: customer.websites,
    addresses: customer.addresses,
    roles: ties?.roles.map(({ organization, role, sinceOn, untilOn }) => ({ organization, role, sinceOn, untilOn })) ?? [],
    tags: ties?.tags ?? [],
    custom: customTexts(customer.custom, own.fields, (person) => own.people.get(person) ?? ''),
  };
}

/** What is kept of a contact in the details of a customer; the organization that it belongs to is tied afterwards, and the workspace's own fields follow. */
export function toDetails(contact: Contact, parentId: string | null): CustomerDetails {
  const { birthday, foundedOn } = contact;
  return {
    kind: contact.kind,
    name: contact.name,
    latinName: contact.latinName,
    prefix: contact.prefix,
    given: contact.given,
    patronymic: contact.patronymic,
    family: contact.family,
    suffix: contact.suffix,
    nickname: contact.nickname,
    otherNames: contact.otherNames,
    greeting: contact.greeting,
    email: contact.emails[0]?.value ?? null,
    phone: contact.phones[0]?.value ?? null,
    emails: contact.emails,
    phones: contact.phones,
    websites: contact.websites,
    addresses: contact.addresses,
    country: contact.country,
    language: contact.language,
    timeZone: contact.timeZone,
    formality: contact.formality,
    birthday: birthday === null ? null : birthdayOf(birthday),
    profession: contact.profession,
    legalName: contact.legalName,
    foundedOn: foundedOn === null ? null : Temporal.PlainDate.from(foundedOn),
    industry: contact.industry,
    employees: contact.employees,
    parentId,
    note: contact.note,
    custom: {},
  };
}
