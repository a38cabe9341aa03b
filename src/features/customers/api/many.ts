import { z } from 'zod';
import { CustomTold } from '#features/people/api.ts';
import { route } from '#kit/contract/route.ts';

/** Which customers: named one by one, or all that a list holds. */
const which = z.union([
  z.object({ customers: z.array(z.uuid()).min(1).max(5000) }),
  z.object({
    list: z.object({
      stage: z.string().max(200).optional(),
      risk: z.string().max(200).optional(),
      owner: z.uuid().optional(),
      name: z.string().max(100).optional(),
      where: z.string().max(4000).optional(),
    }),
  }),
]);

/** Choices by the ids of the fields that offer them. */
const chosen = z.record(z.uuid(), z.array(z.uuid()).min(1).max(200));

export const manyApi = {
  change: route({
    method: 'post',
    path: '/api/customers/changes',
    summary: 'Change many customers at once: who answers for them, how they are addressed, their tags, the workspace’s own fields',
    caller: 'workWithCustomers',
    body: z.object({
      which,
      change: z
        .object({
          ownerId: z.uuid(),
          deputyId: z.uuid().nullable(),
          language: z.string().max(35).nullable(),
          formality: z.enum(['formal', 'familiar']).nullable(),
          giveTags: z.array(z.string().max(200)).max(20),
          takeTags: z.array(z.uuid()).max(20),
          /** What is put into the workspace's own fields, by their ids; null empties one. */
          custom: CustomTold,
          /** What is added to those of them that hold several choices, and what is taken away. */
          giveChoices: chosen,
          takeChoices: chosen,
        })
        .partial(),
    }),
    answer: z.object({ id: z.uuid(), asked: z.number().int(), changed: z.number().int() }),
  }),
  undo: route({
    method: 'post',
    path: '/api/customers/changes/{change}/undone',
    summary: 'Undo a change of many customers, except where somebody has changed the same since',
    caller: 'workWithCustomers',
    params: z.object({ change: z.uuid() }),
    answer: z.object({ restored: z.number().int() }),
  }),
};
