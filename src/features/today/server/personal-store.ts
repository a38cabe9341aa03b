import type { PersonalPart } from '#kit/server/personal.ts';

export const personal: PersonalPart = {
  feature: 'today',
  rows: [
    {
      part: 'answers',
      from: 'reason_answer t',
      whose: 't.customer_id = $2',
      order: 't.answered_at, t.id',
      covers: ['reason_answer.customer_id'],
      fields: {
        kind: ['t.kind', 'word'],
        answer: ['t.answer', 'word'],
        at: ['t.answered_at', 'moment'],
        by: ['t.colleague_id', 'colleague'],
        untilOn: ['t.until_on', 'day'],
        why: ['t.why', 'text'],
      },
    },
  ],
  besides: {
    'attention.customer_id': 'is reckoned from the rest',
    'day_plan_entry.customer_id': 'says on which day a colleague meant to talk to them',
  },
  erase: async (tx, { ids }) => {
    await tx.client.query('delete from attention where workspace_id = $1 and customer_id = any($2::uuid[])', [tx.workspace, ids]);
  },
};
