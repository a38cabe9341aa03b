import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { CustomAnswer } from '#features/people/api.ts';
import { recordColumns, riskBands, stages } from './domain/index.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const asOf = z.iso.date().optional();

/** Several of a few, parted by commas. */
const some = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(names)).min(1))
    .optional();

export const CustomerRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['person', 'organization']),
  externalId: z.string().nullable(),
  stage: z.enum(stages),
  risk: z.enum(riskBands),
  /** Expected lifetime value, and what of it is in doubt: minor units of the workspace's currency. */
  valueMinor: z.number(),
  valueAtRiskMinor: z.number(),
  lastPurchaseOn: z.iso.date().nullable(),
  nextDueOn: z.iso.date().nullable(),
  lastContactAt: z.iso.datetime().nullable(),
  owner: named,
  isKey: z.boolean(),
  visits: z.number().int(),
  spentMinor: z.number(),
  pulse: z.number().int().nullable(),
  openPromises: z.number().int(),
  /** The day planned for hearing from each other, by routine or floor. */
  nextTalkOn: z.iso.date().nullable(),
  country: z.string().nullable(),
  language: z.string().nullable(),
  /** What they have in those of the workspace's own fields that were asked for, by the ids of these. */
  custom: CustomAnswer,
  /** What their record tells, of that which was asked for: the first address, number (with spaces where people read it) and city, their tags, and where they work. */
  record: z
    .object({
      email: z.string().nullable(),
      phone: z.string().nullable(),
      city: z.string().nullable(),
      tag: z.array(z.string()),
      organization: z.array(z.string()),
    })
    .partial(),
});

/** Who a customer is and how things stand with them, as of a day. */
export const CustomerCard = z.object({
  id: z.uuid(),
  day: z.iso.date(),
  isPast: z.boolean(),
  currency: z.string(),
  kind: z.enum(['person', 'organization']),
  /** A contact of organizations, who is no customer and has no figures. */
  contactOnly: z.boolean(),
  name: z.string(),
  latinName: z.string().nullable(),
  prefix: z.string().nullable(),
  given: z.string().nullable(),
  patronymic: z.string().nullable(),
  family: z.string().nullable(),
  suffix: z.string().nullable(),
  externalId: z.string().nullable(),
  formality: z.enum(['formal', 'familiar']),
  /** The name by which they are addressed. */
  addressedAs: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  country: z.string().nullable(),
  language: z.string().nullable(),
  owner: named,
  deputy: named.nullable(),
  knownSinceOn: z.iso.date(),
  key: z.object({ reason: z.string(), listedOn: z.iso.date(), reviewOn: z.iso.date() }).nullable(),
  stage: z.enum(stages),
  risk: z.enum(riskBands),
  visits: z.number().int(),
  spentMinor: z.number(),
  valueMinor: z.number(),
  valueAtRiskMinor: z.number(),
  firstPurchaseOn: z.iso.date().nullable(),
  lastPurchaseOn: z.iso.date().nullable(),
  nextDue: z.object({ on: z.iso.date(), fromOn: z.iso.date(), untilOn: z.iso.date() }).nullable(),
  silentFromOn: z.iso.date().nullable(),
  lastContactAt: z.iso.datetime().nullable(),
  pulse: z.object({ value: z.number().int(), at: z.iso.datetime() }).nullable(),
  openPromises: z.number().int(),
  nextPromiseDueAt: z.iso.datetime().nullable(),
});

export const customersApi = {
  list: route({
    method: 'get',
    path: '/api/customers',
    summary: 'Customers by name, stage, risk or owner, sorted, page by page',
    caller: 'seeCustomers',
    query: z.object({
      asOf,
      /** A column, with a minus for downward: `-value`. A field of the workspace's own is `field_` and its id. */
      sort: z.string().max(60).default('name'),
      stage: some(stages),
      risk: some(riskBands),
      owner: z.uuid().optional(),
      /** Names or numbers in any script and spelling. */
      name: z.string().max(100).optional(),
      /** More conditions, all of which have to hold: `value.atLeast=100000;last_contact.until=-60d`. */
      where: z.string().max(4000).optional(),
      /** A page after or before a customer, as `next` and `previous` say; `last` is the end of the list. */
      after: z.string().max(300).optional(),
      before: z.string().max(300).optional(),
      page: z.enum(['first', 'last']).default('first'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      /** Of the workspace's own fields those to answer, by their ids, parted by commas. */
      fields: z
        .string()
        .max(4000)
        .transform((text) => text.split(','))
        .pipe(z.array(z.uuid()).max(100))
        .optional(),
      /** What to answer of their records, parted by commas. */
      record: some(recordColumns),
    }),
    answer: z.object({
      customers: z.array(CustomerRow),
      next: z.string().nullable(),
      previous: z.string().nullable(),
      /** How many there are in all, counted no further than 1,000; only with the first page. */
      count: z.object({ known: z.number().int(), isMore: z.boolean() }).nullable(),
    }),
  }),
  card: route({
    method: 'get',
    path: '/api/customers/{customer}/card',
    summary: 'Who a customer is and how things stand with them',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf }),
    answer: CustomerCard,
  }),
  wordOfMouth: route({
    method: 'get',
    path: '/api/customers/{customer}/word-of-mouth',
    summary: 'How many customers came through this one, and through those in turn, and what they spent',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf }),
    answer: z.object({ direct: z.number().int(), onward: z.number().int(), spentMinor: z.number(), currency: z.string() }),
  }),
};
