import { z } from 'zod';
import { groundCodes, lengths, mostOfAKind } from '../domain/index.ts';
import { CustomAnswer, CustomTold } from './custom-fields.ts';

const line = (length: number) => z.string().max(length);
const told = (length: number) => line(length).nullable();
export const named = z.object({ id: z.uuid(), name: z.string() });

export const Birthday = z.object({
  /** In which month and day count. */
  calendar: z.enum(['gregory', 'persian']),
  year: z.number().int().nullable(),
  month: z.number().int(),
  day: z.number().int(),
});

const ContactPoint = z.object({ value: z.string(), label: z.string().nullable() });

const PostalAddress = z.object({
  label: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
});

const Addressing = z.object({
  formality: z.enum(['formal', 'familiar']),
  /** BCP 47: that of `spoken` and `greeting`. */
  language: z.string(),
  /** What to call them when they answer. */
  spoken: z.string(),
  /** How a letter begins, without the mark at its end: as somebody wrote it, or as it is computed. */
  greeting: z.string(),
  grounds: z.array(z.object({ code: z.enum(groundCodes), values: z.record(z.string(), z.string()) })),
});

export const Customer = z.object({
  id: z.uuid(),
  kind: z.enum(['person', 'organization']),
  /** A person known only for a role at organizations, who is no customer. */
  contactOnly: z.boolean(),
  externalId: z.string().nullable(),
  name: z.string(),
  latinName: z.string().nullable(),
  prefix: z.string().nullable(),
  given: z.string().nullable(),
  patronymic: z.string().nullable(),
  family: z.string().nullable(),
  suffix: z.string().nullable(),
  nickname: z.string().nullable(),
  otherNames: z.string().nullable(),
  /** How a letter to them begins, where somebody wants it otherwise than it would be computed. */
  greeting: z.string().nullable(),
  /** How to address them in their language, and why so. */
  addressing: Addressing,
  /** The first of `emails` and of `phones`. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  emails: z.array(ContactPoint),
  /** E.164 where the number could be understood, otherwise as it was written; `shown` with spaces where people read it. */
  phones: z.array(ContactPoint.extend({ shown: z.string() })),
  websites: z.array(ContactPoint),
  addresses: z.array(PostalAddress),
  /** ISO 3166 where the country was recognized, otherwise as it was written. */
  country: z.string().nullable(),
  /** BCP 47. */
  language: z.string().nullable(),
  /** IANA. */
  timeZone: z.string().nullable(),
  /** The time zone they live in: theirs, or the only one of their country. */
  timeThere: z.string().nullable(),
  formality: z.enum(['formal', 'familiar']).nullable(),
  birthday: Birthday.nullable(),
  /** The next birthday, today's included, and how old they become where the year is known. */
  nextBirthday: z.object({ on: z.iso.date(), age: z.number().int().nullable() }).nullable(),
  profession: z.string().nullable(),
  legalName: z.string().nullable(),
  foundedOn: z.iso.date().nullable(),
  industry: z.string().nullable(),
  employees: z.number().int().nullable(),
  /** The organization that this one belongs to. */
  parent: named.nullable(),
  note: z.string().nullable(),
  owner: named,
  deputy: named.nullable(),
  knownSinceOn: z.iso.date(),
  /** Set for a key customer. */
  key: z.object({ reason: z.string(), listedOn: z.iso.date(), reviewOn: z.iso.date() }).nullable(),
  /** What they have in the workspace's own fields, by the ids of these. */
  custom: CustomAnswer,
});

const pointsTold = (length: number) =>
  z
    .array(z.object({ value: told(length), label: told(lengths.word).optional() }))
    .max(mostOfAKind)
    .nullable();

const AddressTold = z
  .object({
    label: told(lengths.word),
    street: told(lengths.address),
    postalCode: told(20),
    city: told(lengths.word),
    region: told(lengths.word),
    country: told(lengths.word),
  })
  .partial();

export const CustomerChange = z
  .object({
    kind: z.enum(['person', 'organization']),
    name: told(lengths.name),
    latinName: told(lengths.name),
    prefix: told(lengths.word),
    given: told(lengths.part),
    patronymic: told(lengths.part),
    family: told(lengths.part),
    suffix: told(lengths.word),
    nickname: told(lengths.part),
    otherNames: told(lengths.name),
    greeting: told(lengths.greeting),
    /** The first alone; the lists below tell all of a kind and win over it. */
    email: told(lengths.email),
    phone: told(lengths.phone),
    emails: pointsTold(lengths.email),
    phones: pointsTold(lengths.phone),
    websites: pointsTold(lengths.website),
    addresses: z.array(AddressTold).max(mostOfAKind).nullable(),
    country: told(lengths.word),
    language: told(35),
    timeZone: told(60),
    formality: z.enum(['formal', 'familiar']).nullable(),
    birthday: z
      .object({
        calendar: z.enum(['gregory', 'persian']),
        year: z.number().int().nullable(),
        month: z.number().int().nullable(),
        day: z.number().int().nullable(),
      })
      .partial()
      .nullable(),
    profession: told(lengths.part),
    legalName: told(lengths.name),
    foundedOn: z.iso.date().nullable(),
    industry: told(lengths.part),
    employees: z.number().nullable(),
    parentId: z.uuid().nullable(),
    note: told(lengths.note),
    externalId: told(80),
    ownerId: z.uuid(),
    deputyId: z.uuid().nullable(),
    custom: CustomTold,
  })
  .partial();

export const NewCustomer = CustomerChange.required({ kind: true });

export const KeyListing = z.object({ reason: line(500), reviewOn: z.iso.date() });

/** A person in a role at an organization. */
export const ContactRole = z.object({
  id: z.uuid(),
  person: named.extend({
    contactOnly: z.boolean(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: z.string().nullable(),
  }),
  organization: named.extend({ language: z.string().nullable() }),
  role: z.string().nullable(),
  sinceOn: z.iso.date().nullable(),
  untilOn: z.iso.date().nullable(),
  /** Whether they are in it on the day looked at. */
  isCurrent: z.boolean(),
});

export const RoleChange = z
  .object({ role: told(lengths.part), sinceOn: z.iso.date().nullable(), untilOn: z.iso.date().nullable() })
  .partial();

export const NewContactRole = RoleChange.extend({
  organizationId: z.uuid(),
  /** Somebody known already, or else `newPerson`, who is made as a contact of the organization and no customer. */
  personId: z.uuid().optional(),
  newPerson: z
    .object({
      name: told(lengths.name),
      given: told(lengths.part),
      family: told(lengths.part),
      email: told(lengths.email),
      phone: told(lengths.phone),
    })
    .partial()
    .optional(),
});

export const Care = z.object({
  id: z.uuid(),
  name: z.string(),
  owned: z.number().int(),
  deputized: z.number().int(),
  /** Whether customers may be handed to them. */
  mayTakeOver: z.boolean(),
});
