import type { PersonalPart } from '#kit/server/personal.ts';

export const personal: PersonalPart = {
  feature: 'cadence',
  rows: [
    {
      part: 'routines',
      from: 'routine t',
      whose: 't.customer_id = $2',
      order: 't.made_on',
      covers: ['routine.customer_id'],
      fields: {
        everyDays: ['t.every_days', 'number'],
        latestDays: ['t.latest_days', 'number'],
        channel: ['t.channel', 'word'],
        purpose: ['t.purpose', 'word'],
        by: ['t.made_by', 'colleague'],
        sinceOn: ['t.made_on', 'day'],
      },
    },
    {
      part: 'quiet_times',
      from: 'quiet_period t',
      whose: 't.customer_id = $2',
      order: 't.from_on, t.id',
      covers: ['quiet_period.customer_id'],
      fields: {
        fromOn: ['t.from_on', 'day'],
        untilOn: ['t.until_on', 'day'],
        yearly: ['t.yearly', 'flag'],
        note: ['t.note', 'text'],
        by: ['t.noted_by', 'colleague'],
      },
    },
  ],
  besides: { 'routine_member.customer_id': 'is reckoned from lists, tags and stages' },
};
