import { z } from 'zod';
import { duplicatesApi, factsApi, goalsApi, peopleApi, tagsApi } from '#features/people/api.ts';
import { tool, toolOf, type Tool } from '../tool.ts';

export const knowingTools: readonly Tool[] = [
  toolOf(peopleApi.create, {
    name: 'create_customer',
    title: 'Add a customer',
    description: 'Add a new customer, a person or an organization. First look with find_customers whether they are already there.',
    without: ['custom'],
  }),
  toolOf(peopleApi.change, {
    name: 'change_customer',
    title: 'Change a customer',
    description:
      'Change what is known of a customer. A field that is left out stays; null empties it. Lists (phones, emails, addresses) are told whole.',
    without: ['custom'],
  }),
  toolOf(factsApi.learn, {
    name: 'note_fact',
    title: 'Note a fact',
    description:
      'Write down one thing learned about a customer: a preference, a circumstance, a constraint and so on. Mark what concerns health, belief, origin or intimate matters as sensitive.',
  }),
  toolOf(factsApi.retire, {
    name: 'retire_fact',
    title: 'A fact is true no more',
    description: 'Say that something we knew about a customer is no longer true. It can be restored.',
  }),
  toolOf(goalsApi.set, {
    name: 'set_goal',
    title: 'Note a goal',
    description: 'Write down what a customer wants to reach, how we help, and how both will see that it is reached.',
  }),
  toolOf(tagsApi.add, {
    name: 'add_tags',
    title: 'Tag a customer',
    description: 'Give a customer tags, besides those they have. Tags that do not exist yet are created.',
  }),
  tool({
    name: 'merge_customers',
    title: 'Make one customer of two',
    description:
      'Merge two customers who are the same. Everything of the second goes to the first. It can be undone for thirty days; the user is asked first.',
    input: z.object({ keep: z.uuid().describe('Who stays'), gone: z.uuid().describe('Who goes into the other') }),
    routes: [duplicatesApi.merge, peopleApi.read],
    consequence: async (ask, { keep, gone }) => {
      const [stays, goes] = await Promise.all([keep, gone].map((id) => ask(peopleApi.read, { params: { customer: id } })));
      return `Make one customer of two: ${goes?.name} goes into ${stays?.name}, with everything that hangs on them.`;
    },
    run: async (ask, { keep, gone }, how) => await ask(duplicatesApi.merge, { params: { customer: keep, other: gone }, body: {} }, how),
  }),
];
