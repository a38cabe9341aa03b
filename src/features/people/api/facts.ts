import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { factKinds, factSources, factUses, sensitivities } from '../domain/index.ts';

const customer = z.object({ customer: z.uuid() });
const fact = z.object({ fact: z.uuid() });
const kind = z.enum(factKinds);
const colleague = z.object({ id: z.uuid(), name: z.string() }).nullable();

export const FactTold = z.object({
  kind,
  text: z.string().max(2000),
  /** Told by the customer, where it is left out. */
  source: z.enum(factSources).optional(),
  toldBy: z.string().max(200).nullable().optional(),
  /** Today, where it is left out. */
  learnedOn: z.iso.date().optional(),
  sensitivity: z.enum(sensitivities).optional(),
  /** The usual of its sensitivity, where they are left out. */
  uses: z.array(z.enum(factUses)).max(factUses.length).optional(),
});

export const Fact = z.object({
  id: z.uuid(),
  kind,
  text: z.string(),
  source: z.enum(factSources),
  toldBy: z.string().nullable(),
  learnedOn: z.iso.date(),
  learnedBy: colleague,
  /** The conversation in which it was learned. */
  touchpoint: z.uuid().nullable(),
  sensitivity: z.enum(sensitivities),
  uses: z.array(z.enum(factUses)),
  /** Set when it is held to be true no more. */
  retired: z.object({ at: z.iso.datetime(), by: colleague, note: z.string().nullable() }).nullable(),
  /** What it said, from the first words to those of now. */
  history: z.array(
    z.object({
      what: z.enum(['learned', 'corrected', 'retired', 'restored']),
      at: z.iso.datetime(),
      by: colleague,
      kind,
      text: z.string(),
      note: z.string().nullable(),
    }),
  ),
});

export const factsApi = {
  list: route({
    method: 'get',
    path: '/api/customers/{customer}/facts',
    summary: 'What we know of a customer; of what is sensitive only how much there is',
    caller: 'seeCustomers',
    params: customer,
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: z.object({
      facts: z.array(Fact),
      /** How many sensitive facts stand beside these. */
      hidden: z.number().int(),
      /** Whether the colleague may see them, and who else did. */
      mayLook: z.boolean(),
      maySeeLooks: z.boolean(),
    }),
  }),
  learn: route({
    method: 'post',
    path: '/api/customers/{customer}/facts',
    summary: 'Write down one thing learned about a customer',
    caller: 'workWithCustomers',
    params: customer,
    body: FactTold,
    answer: z.object({
      id: z.uuid(),
      /** False when the same was known already. */
      isNew: z.boolean(),
    }),
  }),
  correct: route({
    method: 'patch',
    path: '/api/facts/{fact}',
    summary: 'Correct a fact; what it said before is kept',
    caller: 'workWithCustomers',
    params: fact,
    body: FactTold.partial().extend({ note: z.string().max(500).optional() }),
  }),
  retire: route({
    method: 'post',
    path: '/api/facts/{fact}/retired',
    summary: 'Say that a fact is no longer true',
    caller: 'workWithCustomers',
    params: fact,
    body: z.object({ note: z.string().max(500).optional() }),
  }),
  restore: route({
    method: 'post',
    path: '/api/facts/{fact}/restored',
    summary: 'Say that a fact is true after all',
    caller: 'workWithCustomers',
    params: fact,
  }),
  look: route({
    method: 'post',
    path: '/api/customers/{customer}/facts/looks',
    summary: 'Look at the sensitive facts of a customer; who looked is written down',
    caller: 'seeCustomers',
    params: customer,
    answer: z.object({ facts: z.array(Fact) }),
  }),
  looks: route({
    method: 'get',
    path: '/api/customers/{customer}/facts/looks',
    summary: 'Who looked at the sensitive facts of a customer, the latest first',
    caller: 'seeCustomers',
    params: customer,
    answer: z.object({
      looks: z.array(z.object({ id: z.uuid(), at: z.iso.datetime(), by: colleague, facts: z.array(z.uuid()) })),
    }),
  }),
};
