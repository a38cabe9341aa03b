import { findColleague } from '#features/access/server/index.ts';
import { weeksOf } from '#features/cadence/server/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { remindersApi } from '../api.ts';
import { reminderEvents } from '../api/events.ts';
import { notify } from './automation/notify.ts';
import { reminderAnswer, settingsAnswer } from './answers.ts';
import { calendarHandlers } from './calendar/handlers.ts';
import { reminderCommands } from './commands.ts';
import { digestJob } from './digests.ts';
import { countUnseen, readReminders } from './readings.ts';
import { pushHandlers } from './push/handlers.ts';
import { pushJob } from './push/telling.ts';
import { remindAfterRestore, remindEverybody } from './round.ts';
import { changeSettings, readSettings } from './settings.ts';
import { markSeen } from './store.ts';
import { personal } from './personal-store.ts';

export const reminders: Feature = {
  name: 'reminders',
  personal,
  events: reminderEvents,
  actions: [notify],
  merge: { feature: 'reminders', tables: [{ table: 'reminder', key: ['id'] }] },
  jobs: [pushJob, digestJob],
  duties: [{ name: 'reminders.remind', every: '* * * * *', run: remindEverybody }],
  commands: reminderCommands,
  restored: remindAfterRestore,
  handlers: [
    ...calendarHandlers,
    ...pushHandlers,
    handle(remindersApi.list, async ({ tx, who, query }) => {
      const asked = { colleague: who.colleague, cursor: query.after, limit: query.limit };
      const { reminders: found, next } = await readReminders(tx, asked);
      return { reminders: found.map(reminderAnswer), unseen: await countUnseen(tx, who.colleague), next };
    }),
    handle(remindersApi.see, async ({ tx, now, who, body }) => {
      const seen = await markSeen(tx, now, who.colleague, body.reminderIds);
      // The other screens of the same colleague follow.
      if (seen > 0) await recordEvent(tx, now, { kind: 'reminder.seen', colleague: who.colleague });
      return { unseen: await countUnseen(tx, who.colleague) };
    }),
    handle(remindersApi.settings, async ({ tx, who, services }) => {
      const week = (await weeksOf(tx, [who.colleague])).get(who.colleague);
      const mail = { isSetUp: services.config.mail !== undefined, to: (await findColleague(tx, who.colleague))?.email ?? '' };
      return { ...settingsAnswer(await readSettings(tx, who.colleague)), workdays: [...(week?.weekdays ?? [])], mail };
    }),
    handle(remindersApi.changeSettings, async ({ tx, now, who, body }) => {
      const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      return settingsAnswer(await changeSettings(tx, now, who.colleague, change));
    }),
  ],
};
