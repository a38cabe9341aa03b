import { z } from 'zod';
import { accessApi } from '#features/access/api.ts';
import { cadenceApi } from '#features/cadence/api.ts';
import { conversationsApi } from '#features/conversations/api.ts';
import { customersApi } from '#features/customers/api.ts';
import { riskBands, stages } from '#features/customers/domain/index.ts';
import { factsApi, findApi, goalsApi, peopleApi, tagsApi } from '#features/people/api.ts';
import { promisesApi } from '#features/promises/api.ts';
import { purchasesApi } from '#features/purchases/api.ts';
import { tool, toolOf, type Tool } from '../tool.ts';

const customer = z.uuid().describe('The id of the customer, as find_customers tells it');

export const findingTools: readonly Tool[] = [
  tool({
    name: 'find_customers',
    title: 'Find customers',
    description:
      'Find customers and contacts by name, organization, e-mail, telephone number, tag or note, in any script and with a letter wrong. Answers their ids, which the other tools ask for.',
    input: z.object({
      text: z.string().min(1).max(200),
      kind: z.enum(['person', 'organization']).optional(),
      limit: z.number().int().min(1).max(50).default(10),
    }),
    routes: [findApi.find],
    run: async (ask, query) => {
      const { found } = await ask(findApi.find, { query });
      return {
        found: found.map(({ id, kind, name, latinName, contactOnly, isKey, owner, why }) => ({
          id,
          kind,
          name,
          latinName,
          contactOnly,
          isKey,
          owner,
          foundBy: why?.by ?? 'name',
        })),
      };
    },
  }),
  tool({
    name: 'list_customers',
    title: 'List customers',
    description:
      'Customers page by page, narrowed by stage, risk, name or owner, and sorted: name, value, risk, last_contact, next_talk, pulse, open_promises (a minus before it for downward, such as -value). Sums are minor units (cents).',
    input: z.object({
      stage: z.array(z.enum(stages)).min(1).optional(),
      risk: z.array(z.enum(riskBands)).min(1).optional(),
      name: z.string().max(100).optional(),
      owner: z.uuid().optional(),
      sort: z.string().max(60).default('name'),
      after: z.string().max(300).optional().describe('`next` of the page before'),
      limit: z.number().int().min(1).max(100).default(25),
    }),
    routes: [customersApi.list],
    run: async (ask, { stage, risk, ...rest }) => {
      const query = { ...rest, ...(stage ? { stage: stage.join(',') } : {}), ...(risk ? { risk: risk.join(',') } : {}) };
      const { previous: _, ...page } = await ask(customersApi.list, { query });
      return page;
    },
  }),
  tool({
    name: 'brief_customer',
    title: 'Brief me on a customer',
    description:
      'Everything to know before talking to a customer: who they are and how to address them, what they buy and how they are doing, what we know of them, what they want to reach, what we promised and still owe, the last conversations, and when we plan to talk. What is sensitive is not told. Sums are minor units (cents).',
    input: z.object({ customer }),
    routes: [
      customersApi.card,
      purchasesApi.list,
      factsApi.list,
      goalsApi.list,
      promisesApi.listTo,
      conversationsApi.timeline,
      tagsApi.ofCustomer,
      peopleApi.roles,
      cadenceApi.ofCustomer,
    ],
    run: async (ask, input) => {
      const params = { customer: input.customer };
      const card = await ask(customersApi.card, { params });
      const [bought, known, wanted, promised, talks, tags, roles, cadence] = await Promise.all([
        ask(purchasesApi.list, { params, query: { limit: 5 } }),
        ask(factsApi.list, { params }),
        ask(goalsApi.list, { params }),
        ask(promisesApi.listTo, { params }),
        ask(conversationsApi.timeline, { params, query: { limit: 5 } }),
        ask(tagsApi.ofCustomer, { params }),
        ask(peopleApi.roles, { params }),
        ask(cadenceApi.ofCustomer, { params }),
      ]);
      return {
        customer: card,
        tags: tags.tags.map(({ name }) => name),
        works: roles.roles.filter(({ isCurrent }) => isCurrent),
        facts: known.facts
          .filter(({ retired }) => retired === null)
          .map(({ id, kind, text, learnedOn }) => ({ id, kind, text, learnedOn })),
        sensitiveFactsNotShown: known.hidden,
        goals: wanted.goals
          .filter(({ state }) => state === 'open')
          .map(({ id, wish, help, sign, reviewOn }) => ({ id, wish, help, sign, reviewOn })),
        openPromises: promised.promises.filter(({ state }) => state === 'open').map((promise) => ({ ...promise, events: undefined })),
        lastTalks: talks.touchpoints,
        lastPurchases: bought.purchases,
        cadence,
      };
    },
  }),
  toolOf(conversationsApi.timeline, {
    name: 'list_touchpoints',
    title: 'What passed between us and a customer',
    description: 'Calls, messages, visits and notes with a customer, the latest first; page by page with `after`.',
    without: ['kinds', 'asOf', 'direction', 'colleague', 'pulse', 'limit'],
  }),
  toolOf(accessApi.colleagues, {
    name: 'list_colleagues',
    title: 'Colleagues',
    description: 'Who works here, with the ids that hand_over_promise and today ask for.',
  }),
];
