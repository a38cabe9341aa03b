import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const params = z.object({ customer: z.uuid() });
const line = (length: number) => z.string().max(length);

export const Customer = z.object({
  id: z.uuid(),
  kind: z.enum(['person', 'organization']),
  externalId: z.string().nullable(),
  name: z.string(),
  latinName: z.string().nullable(),
  given: z.string().nullable(),
  patronymic: z.string().nullable(),
  family: z.string().nullable(),
  email: z.string().nullable(),
  /** E.164 where the number could be understood, otherwise as it was written. */
  phone: z.string().nullable(),
  /** ISO 3166 where the country was recognized, otherwise as it was written. */
  country: z.string().nullable(),
  /** BCP 47. */
  language: z.string().nullable(),
  formality: z.enum(['formal', 'familiar']).nullable(),
  owner: z.object({ id: z.uuid(), name: z.string() }),
  deputy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  knownSinceOn: z.iso.date(),
  /** Set for a key customer. */
  key: z.object({ reason: z.string(), listedOn: z.iso.date(), reviewOn: z.iso.date() }).nullable(),
});

export const CustomerChange = z
  .object({
    kind: z.enum(['person', 'organization']),
    name: line(200).nullable(),
    latinName: line(200).nullable(),
    given: line(100).nullable(),
    patronymic: line(100).nullable(),
    family: line(100).nullable(),
    email: line(254).nullable(),
    phone: line(40).nullable(),
    country: line(80).nullable(),
    language: line(35).nullable(),
    formality: z.enum(['formal', 'familiar']).nullable(),
    externalId: line(80).nullable(),
    ownerId: z.uuid(),
    deputyId: z.uuid().nullable(),
  })
  .partial();

export const NewCustomer = CustomerChange.required({ kind: true });

export const KeyListing = z.object({ reason: line(500), reviewOn: z.iso.date() });

export const peopleApi = {
  create: route({
    method: 'post',
    path: '/api/customers',
    summary: 'Make a customer',
    caller: 'colleague',
    body: NewCustomer,
    answer: Customer,
  }),
  read: route({
    method: 'get',
    path: '/api/customers/{customer}',
    summary: 'Who a customer is, and whether on the list of key customers as of a day',
    caller: 'colleague',
    params,
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: Customer,
  }),
  change: route({
    method: 'patch',
    path: '/api/customers/{customer}',
    summary: 'Change what is known of a customer; a field left out stays',
    caller: 'colleague',
    params,
    body: CustomerChange,
    answer: Customer,
  }),
  listKey: route({
    method: 'put',
    path: '/api/customers/{customer}/key',
    summary: 'Put a customer on the list of key customers, with the reason and a day to review it',
    caller: 'colleague',
    params,
    body: KeyListing,
    answer: Customer,
  }),
  removeKey: route({
    method: 'delete',
    path: '/api/customers/{customer}/key',
    summary: 'Take a customer off the list of key customers',
    caller: 'colleague',
    params,
    answer: Customer,
  }),
};
