import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const params = z.object({ colleague: z.uuid() });

/** What hangs on a colleague. */
export const Held = z.object({
  /** Customers whom they answer for, and those for whom they stand in. */
  owned: z.number().int(),
  deputized: z.number().int(),
  /** Open promises of theirs, and those that they are asked to take over. */
  promises: z.number().int(),
  asked: z.number().int(),
});

export const leavingRoutes = {
  heldBy: route({
    method: 'get',
    path: '/api/colleagues/held',
    summary: 'What each colleague looks after, and who has left',
    caller: 'manageColleagues',
    answer: z.object({
      colleagues: z.array(
        Held.extend({
          id: z.uuid(),
          name: z.string(),
          leftAt: z.iso.datetime().nullable(),
          mayLeave: z.boolean(),
          /** Whether what hangs on another may be handed to them. */
          mayTakeOver: z.boolean(),
        }),
      ),
    }),
  }),
  leave: route({
    method: 'post',
    path: '/api/colleagues/{colleague}/left',
    summary: 'Let a colleague leave: their customers and promises go to another, and their access ends',
    caller: 'manageColleagues',
    params,
    body: z.object({ toId: z.uuid() }),
    answer: Held,
  }),
  comeBack: route({
    method: 'delete',
    path: '/api/colleagues/{colleague}/left',
    summary: 'Let a colleague who had left back in; what was handed over stays where it is',
    caller: 'manageColleagues',
    params,
  }),
};
