import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { Care, ContactRole, Customer, CustomerChange, KeyListing, named, NewContactRole, NewCustomer, RoleChange } from './api/customer.ts';

export { ContactRole, Customer } from './api/customer.ts';
export { CustomAnswer, CustomTold } from './api/custom-fields.ts';
export { duplicatesApi } from './api/duplicates.ts';
export { factsApi } from './api/facts.ts';
export { findApi } from './api/find.ts';
export { goalsApi } from './api/goals.ts';
export { tagsApi } from './api/tags.ts';

const params = z.object({ customer: z.uuid() });
const asOf = z.object({ asOf: z.iso.date().optional() });

const read = route({
  method: 'get',
  path: '/api/customers/{customer}',
  summary: 'Who a customer or a contact is, and whether on the list of key customers as of a day',
  caller: 'seeCustomers',
  params,
  query: asOf,
  answer: Customer,
  versionWithout: ['addressing', 'timeThere', 'nextBirthday', 'shown'],
});

export const peopleApi = {
  create: route({
    method: 'post',
    path: '/api/customers',
    summary: 'Add a customer',
    caller: 'workWithCustomers',
    body: NewCustomer,
    answer: Customer,
  }),
  createMany: route({
    method: 'post',
    path: '/api/customers/many',
    summary: 'Add up to a thousand customers; those that can be added are, and for each of the others it says what is wrong',
    caller: 'workWithCustomers',
    body: z.object({ customers: z.array(NewCustomer).min(1).max(1000) }),
    answer: z.object({
      made: z.array(z.object({ place: z.number().int(), id: z.uuid() })),
      refused: z.array(z.object({ place: z.number().int(), code: z.string(), detail: z.string(), field: z.string().nullable() })),
    }),
  }),
  read,
  change: route({
    method: 'patch',
    path: '/api/customers/{customer}',
    summary: 'Change what is known of a customer; a field left out stays',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: CustomerChange,
    answer: Customer,
  }),
  makeCustomer: route({
    method: 'post',
    path: '/api/customers/{customer}/make-customer',
    summary: 'Make a contact at organizations a customer in their own right',
    caller: 'workWithCustomers',
    changes: read,
    params,
    answer: Customer,
  }),
  listKey: route({
    method: 'put',
    path: '/api/customers/{customer}/key',
    summary: 'Put a customer on the list of key customers, with the reason and a day to review it',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: KeyListing,
    answer: Customer,
  }),
  removeKey: route({
    method: 'delete',
    path: '/api/customers/{customer}/key',
    summary: 'Take a customer off the list of key customers',
    caller: 'workWithCustomers',
    changes: read,
    params,
    answer: Customer,
  }),
  keyCustomers: route({
    method: 'get',
    path: '/api/key-customers',
    summary: 'The list of key customers with their reasons, those due for review first at the top',
    caller: 'seeCustomers',
    answer: z.object({
      customers: z.array(
        named.extend({
          language: z.string().nullable(),
          reason: z.string(),
          listedOn: z.iso.date(),
          reviewOn: z.iso.date(),
          isDue: z.boolean(),
          owner: named,
        }),
      ),
    }),
  }),
  roles: route({
    method: 'get',
    path: '/api/customers/{customer}/roles',
    summary: 'Who works at an organization or where a person works, and which organizations belong to it',
    caller: 'seeCustomers',
    params,
    query: asOf,
    answer: z.object({ roles: z.array(ContactRole), parts: z.array(named) }),
  }),
  addRole: route({
    method: 'post',
    path: '/api/contact-roles',
    summary: 'Say that a person works at an organization; the person may be a new one',
    caller: 'workWithCustomers',
    body: NewContactRole,
    answer: ContactRole,
  }),
  changeRole: route({
    method: 'patch',
    path: '/api/contact-roles/{role}',
    summary: 'Change somebody’s role at an organization, or since when or until when they have it',
    caller: 'workWithCustomers',
    params: z.object({ role: z.uuid() }),
    body: RoleChange,
    answer: ContactRole,
  }),
  removeRole: route({
    method: 'delete',
    path: '/api/contact-roles/{role}',
    summary: 'Take back that somebody worked at an organization, because it was a mistake',
    caller: 'workWithCustomers',
    params: z.object({ role: z.uuid() }),
  }),
  care: route({
    method: 'get',
    path: '/api/colleagues/care',
    summary: 'How many customers each colleague answers for, and stands in for',
    caller: 'seeCustomers',
    answer: z.object({ colleagues: z.array(Care) }),
  }),
  handOver: route({
    method: 'post',
    path: '/api/colleagues/{colleague}/hand-over',
    summary: 'Hand every customer whom a colleague answers for, or stands in for, to another colleague',
    caller: 'manageColleagues',
    params: z.object({ colleague: z.uuid() }),
    body: z.object({ toId: z.uuid() }),
    answer: z.object({ owned: z.number().int(), deputized: z.number().int() }),
  }),
};
