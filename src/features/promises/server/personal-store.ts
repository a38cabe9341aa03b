import type { PersonalPart } from '#kit/server/personal.ts';

export const personal: PersonalPart = {
  feature: 'promises',
  rows: [
    {
      part: 'promises',
      from: 'promise t',
      whose: 't.customer_id = $2 or t.person_id = $2',
      order: 't.given_at, t.id',
      covers: ['promise.customer_id', 'promise.person_id'],
      fields: {
        what: ['t.what', 'text'],
        to: ['t.customer_id', 'customer'],
        at: ['t.given_at', 'moment'],
        by: ['t.giver_id', 'colleague'],
        owner: ['t.owner_id', 'colleague'],
        dueAt: ['t.due_at', 'moment'],
        state: ['t.state', 'word'],
        endedAt: ['t.ended_at', 'moment'],
      },
    },
    {
      part: 'promises_before',
      from: 'promise_event t join promise p on p.workspace_id = t.workspace_id and p.id = t.promise_id',
      whose: 'p.customer_id = $2 or p.person_id = $2',
      order: 't.happened_at, t.number',
      covers: [],
      fields: {
        promise: ['p.what', 'text'],
        what: ['t.kind', 'word'],
        at: ['t.happened_at', 'moment'],
        by: ['t.colleague_id', 'colleague'],
        dueAt: ['t.due_at', 'moment'],
        note: ['t.note', 'text'],
      },
    },
  ],
  holds: async (tx, customer) => {
    const { rows } = await tx.client.query<{ count: number }>(
      'select count(*)::integer as count from promise where workspace_id = $1 and customer_id = $2 and ended_at is null',
      [tx.workspace, customer],
    );
    const count = rows[0]?.count ?? 0;
    return count === 0 ? [] : [{ kind: 'open_promises', count }];
  },
};
