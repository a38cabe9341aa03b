import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const customer = z.object({ customer: z.uuid() });
const attachment = z.object({ attachment: z.uuid() });
const purpose = z.enum(['file', 'photo']);

export const Attachment = z.object({
  id: z.uuid(),
  purpose,
  name: z.string(),
  /** By its bytes, whatever it is called. */
  mediaType: z.string(),
  /** In bytes. */
  size: z.number().int(),
  addedAt: z.iso.datetime(),
  addedBy: z.object({ id: z.uuid(), name: z.string() }),
});

export const attachmentsApi = {
  list: route({
    method: 'get',
    path: '/api/customers/{customer}/attachments',
    summary: 'The files kept with a customer, and their photo',
    caller: 'seeCustomers',
    params: customer,
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: z.object({ attachments: z.array(Attachment), largestMegabytes: z.number() }),
  }),
  add: route({
    method: 'post',
    path: '/api/customers/{customer}/attachments',
    summary: 'Keep a file with a customer, or their photo',
    caller: 'workWithCustomers',
    params: customer,
    query: z.object({ name: z.string().min(1).max(500), purpose: purpose.default('file') }),
    raw: 'upload',
    answer: Attachment,
  }),
  download: route({
    method: 'get',
    path: '/api/attachments/{attachment}',
    summary: 'A file, to be saved; a photo, to be shown',
    caller: 'seeCustomers',
    params: attachment,
    raw: 'download',
  }),
  remove: route({
    method: 'delete',
    path: '/api/attachments/{attachment}',
    summary: 'Take a file away; for a day it can be brought back',
    caller: 'workWithCustomers',
    params: attachment,
  }),
  restore: route({
    method: 'post',
    path: '/api/attachments/{attachment}/restored',
    summary: 'Bring a removed file back',
    caller: 'workWithCustomers',
    params: attachment,
  }),
};
