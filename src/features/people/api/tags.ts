import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const params = z.object({ customer: z.uuid() });

export const Tag = z.object({ id: z.uuid(), name: z.string() });

const ofCustomer = route({
  method: 'get',
  path: '/api/customers/{customer}/tags',
  summary: 'The tags of a customer',
  caller: 'seeCustomers',
  params,
  answer: z.object({ tags: z.array(Tag) }),
  versionWithout: [],
});

export const tagsApi = {
  all: route({
    method: 'get',
    path: '/api/tags',
    summary: 'Every tag of the workspace by name, with how many customers have it, counted no further than 1,000',
    caller: 'seeCustomers',
    answer: z.object({ tags: z.array(Tag.extend({ customers: z.number().int() })) }),
  }),
  ofCustomer,
  set: route({
    method: 'put',
    path: '/api/customers/{customer}/tags',
    summary: 'Give a customer these tags and no others; tags that do not exist yet are created',
    caller: 'workWithCustomers',
    changes: ofCustomer,
    params,
    body: z.object({ names: z.array(z.string().max(200)).max(40) }),
    answer: z.object({ tags: z.array(Tag) }),
  }),
  add: route({
    method: 'post',
    path: '/api/customers/{customer}/tags',
    summary: 'Give a customer tags besides those they have; tags that do not exist yet are created',
    caller: 'workWithCustomers',
    changes: ofCustomer,
    params,
    body: z.object({ names: z.array(z.string().min(1).max(200)).min(1).max(20) }),
    answer: z.object({ tags: z.array(Tag) }),
  }),
};
