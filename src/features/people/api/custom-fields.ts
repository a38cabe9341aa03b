import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { customFieldKinds, customFieldReaches, customLimits } from '../domain/index.ts';

const params = z.object({ field: z.uuid() });
const line = z.string().max(1000);

const CustomChoice = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Whoever has it keeps it; nobody is given it any more. */
  isWithdrawn: z.boolean(),
});

export const CustomField = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(customFieldKinds),
  /** Of whom it is asked. */
  appliesTo: z.enum(customFieldReaches),
  /** Of money. */
  currency: z.string().nullable(),
  help: z.string().nullable(),
  /** Not asked any more; what customers have in it is kept. */
  isArchived: z.boolean(),
  /** In their order; of other kinds there are none. */
  choices: z.array(CustomChoice),
});

/**
 * What a customer has in a field: a text, a number, minor units of the field's currency, a day, the id of a choice, the ids of several, or a person.
 */
export const CustomAnswer = z.record(
  z.uuid(),
  z.union([z.string(), z.number(), z.array(z.string()), z.object({ id: z.uuid(), name: z.string() })]),
);

/** The same as it is told, by the ids of the fields: people by their ids; null is forgotten, and what is left out stays. */
export const CustomTold = z.record(
  z.uuid(),
  z.union([z.string().max(2000), z.number(), z.array(z.string().max(100)).max(customLimits.choices)]).nullable(),
);

const choices = z.array(z.object({ id: z.uuid().optional(), name: line })).max(customLimits.choices + 1);

const CustomFieldChange = z
  .object({
    name: line,
    appliesTo: z.enum(customFieldReaches),
    help: line.nullable(),
    /** All that are to be offered, in their order; one left out is removed where nobody has it, and withdrawn otherwise. */
    choices,
  })
  .partial();

const read = route({
  method: 'get',
  path: '/api/custom-fields/{field}',
  summary: 'A field of the workspace, with how many customers have each of its choices, counted no further than 1,000',
  caller: 'seeCustomers',
  params,
  answer: CustomField.extend({ choices: z.array(CustomChoice.extend({ customers: z.number().int() })) }),
  versionWithout: ['customers'],
});

export const customFieldsApi = {
  list: route({
    method: 'get',
    path: '/api/custom-fields',
    summary: 'The fields that the workspace defined for itself, in their order, the archived ones last',
    caller: 'seeCustomers',
    answer: z.object({ fields: z.array(CustomField) }),
  }),
  read,
  define: route({
    method: 'post',
    path: '/api/custom-fields',
    summary: 'Define a custom field that customers have from now on',
    caller: 'defineFields',
    body: CustomFieldChange.extend({ name: line, kind: z.enum(customFieldKinds), currency: z.string().max(10).nullable().optional() }),
    answer: CustomField,
  }),
  change: route({
    method: 'patch',
    path: '/api/custom-fields/{field}',
    summary: 'Change what a field is called, whom it is asked about, or its choices',
    caller: 'defineFields',
    changes: read,
    params,
    body: CustomFieldChange,
    answer: CustomField,
  }),
  archive: route({
    method: 'put',
    path: '/api/custom-fields/{field}/archived',
    summary: 'Archive a field: it is no longer asked, and what customers have in it is kept',
    caller: 'defineFields',
    changes: read,
    params,
    answer: CustomField,
  }),
  bringBack: route({
    method: 'delete',
    path: '/api/custom-fields/{field}/archived',
    summary: 'Bring an archived field back',
    caller: 'defineFields',
    changes: read,
    params,
    answer: CustomField,
  }),
  order: route({
    method: 'put',
    path: '/api/custom-fields/order',
    summary: 'Reorder the fields; those not named come after the others',
    caller: 'defineFields',
    body: z.object({ fields: z.array(z.uuid()).max(1000) }),
    answer: z.object({ fields: z.array(CustomField) }),
  }),
};
