import type { PersonalRows } from '#kit/server/personal.ts';

/** What was done with a person, from the log of events. */
export const eventRows: PersonalRows = {
  part: 'what_happened',
  from: 'event t',
  whose: 't.customer_id = $2',
  order: 't.happened_at, t.id',
  covers: ['event.customer_id'],
  fields: { what: ['t.kind', 'word'], at: ['t.happened_at', 'moment'], by: ['t.colleague_id', 'colleague'] },
};
