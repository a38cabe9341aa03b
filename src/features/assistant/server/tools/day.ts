import { z } from 'zod';
import { todayApi } from '#features/today/api.ts';
import { tool, type Tool } from '../tool.ts';

const customer = z.uuid().describe('The id of the customer');
const reasons = z
  .array(z.object({ kind: z.string().min(1).max(100), occasion: z.string().max(200) }))
  .min(1)
  .max(20)
  .describe('Reasons as `today` tells them, each with its kind and occasion');

export const dayTools: readonly Tool[] = [
  tool({
    name: 'today',
    title: 'Today',
    description:
      'Whom to talk to today, in the best order: why, what to do, what waiting would cost (minor units), how long it takes, and what to have at hand. Of the colleague whose key it is, unless another is named.',
    input: z.object({
      for: z.uuid().optional().describe('Another colleague'),
      asOf: z.iso.date().optional().describe('A past day, to look back'),
    }),
    routes: [todayApi.read],
    run: async (ask, query) => {
      const { entries, ...rest } = await ask(todayApi.read, { query });
      return {
        ...rest,
        // How each figure comes about is for the page; the costs alone say enough.
        entries: entries.map(({ customer: whom, costMinor, minutes, because, action, reasons: why, atHand }) => ({
          customer: whom,
          costMinor,
          minutes,
          because,
          action,
          atHand,
          reasons: why.map((reason) => ({ ...reason, factors: undefined })),
        })),
      };
    },
  }),
  tool({
    name: 'put_off',
    title: 'Put a customer off',
    description: 'Put reasons to talk to a customer off until a later day. They come back on that day.',
    input: z.object({ customer, reasons, untilOn: z.iso.date() }),
    routes: [todayApi.answer],
    run: async (ask, { customer: id, ...told }, how) =>
      await ask(todayApi.answer, { params: { customer: id }, body: { answer: 'snoozed', ...told } }, how),
  }),
  tool({
    name: 'decline',
    title: 'Decline reasons',
    description: 'Decline reasons to talk to a customer, and say why. They do not come back for the same occasion.',
    input: z.object({ customer, reasons, why: z.string().min(1).max(500) }),
    routes: [todayApi.answer],
    run: async (ask, { customer: id, ...told }, how) =>
      await ask(todayApi.answer, { params: { customer: id }, body: { answer: 'declined', ...told } }, how),
  }),
];
