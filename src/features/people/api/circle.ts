import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { linkKinds } from '../domain/index.ts';

const customer = z.object({ customer: z.uuid() });
const link = z.object({ link: z.uuid() });

export const LinkTold = z.object({
  kind: z.enum(linkKinds),
  /** The other one; one who is not known yet is told by name instead, and kept as a person known only through others. */
  customerId: z.uuid().optional(),
  name: z.string().max(200).optional(),
  /** With `referred`: the other one sent this customer, and not the other way round. */
  isReferrer: z.boolean().optional(),
  note: z.string().max(300).nullable().optional(),
});

export const Circle = z.object({
  people: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(['person', 'organization']),
      language: z.string().nullable(),
      /** Known only through others, and no customer. */
      contactOnly: z.boolean(),
      /** How many steps away: 0 is the customer. */
      step: z.number().int(),
    }),
  ),
  links: z.array(
    z.object({
      id: z.uuid(),
      from: z.uuid(),
      to: z.uuid(),
      /** `works_at` is a role at an organization; with `referred` the first sent the second. */
      kind: z.enum([...linkKinds, 'works_at']),
      note: z.string().nullable(),
    }),
  ),
  /** There are more than these. */
  isCut: z.boolean(),
});

export const circleApi = {
  read: route({
    method: 'get',
    path: '/api/customers/{customer}/circle',
    summary: 'Whom a customer knows, and whom these know',
    caller: 'seeCustomers',
    params: customer,
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: Circle,
  }),
  link: route({
    method: 'post',
    path: '/api/customers/{customer}/circle',
    summary: 'Write down whom a customer knows, or who sent whom',
    caller: 'workWithCustomers',
    params: customer,
    body: LinkTold,
    answer: z.object({ id: z.uuid() }),
  }),
  end: route({
    method: 'delete',
    path: '/api/circle-links/{link}',
    summary: 'Say that two people no longer know each other',
    caller: 'workWithCustomers',
    params: link,
  }),
  restore: route({
    method: 'post',
    path: '/api/circle-links/{link}/restored',
    summary: 'Bring a link in the circle back',
    caller: 'workWithCustomers',
    params: link,
  }),
};
