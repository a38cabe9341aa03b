import type { PersonalPart } from '#kit/server/personal.ts';

export const personal: PersonalPart = {
  feature: 'conversations',
  rows: [
    {
      part: 'touchpoints',
      from: 'touchpoint t',
      whose: 't.customer_id = $2',
      order: 't.happened_at, t.id',
      covers: ['touchpoint.customer_id'],
      fields: {
        kind: ['t.kind', 'word'],
        direction: ['t.direction', 'word'],
        reached: ['t.reached', 'flag'],
        at: ['t.happened_at', 'moment'],
        by: ['t.colleague_id', 'colleague'],
        minutes: ['t.minutes', 'number'],
        summary: ['t.summary', 'text'],
        pulse: ['t.pulse', 'number'],
        listeningPercent: ['t.listening_percent', 'number'],
      },
    },
    {
      part: 'took_part',
      from: 'touchpoint_person t join touchpoint p on p.workspace_id = t.workspace_id and p.id = t.touchpoint_id',
      whose: 't.person_id = $2',
      order: 'p.happened_at, p.id',
      covers: ['touchpoint_person.person_id'],
      fields: {
        kind: ['p.kind', 'word'],
        at: ['p.happened_at', 'moment'],
        with: ['p.customer_id', 'customer'],
        summary: ['p.summary', 'text'],
      },
    },
  ],
};
