import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const params = z.object({ customer: z.uuid() });

export const Tag = z.object({ id: z.uuid(), name: z.string() });

export const tagsApi = {
  all: route({
    method: 'get',
    path: '/api/tags',
    summary: 'Every tag of the workspace by name, with how many customers have it, counted no further than 1,000',
    caller: 'seeCustomers',
    answer: z.object({ tags: z.array(Tag.extend({ customers: z.number().int() })) }),
  }),
  ofCustomer: route({
    method: 'get',
    path: '/api/customers/{customer}/tags',
    summary: 'The tags of a customer',
    caller: 'seeCustomers',
    params,
    answer: z.object({ tags: z.array(Tag) }),
  }),
  set: route({
    method: 'put',
    path: '/api/customers/{customer}/tags',
    summary: 'Give a customer these tags and no others; tags that do not exist yet are created',
    caller: 'workWithCustomers',
    params,
    body: z.object({ names: z.array(z.string().max(200)).max(40) }),
    answer: z.object({ tags: z.array(Tag) }),
  }),
};
