export { entryOfPromise, entryOfTalk, type CalendarEntry, type PromiseInCalendar, type TalkInCalendar } from './calendar.ts';
export { dailyMoment, dailyMomentsIn, type DailyMoment, type DailyTime, type Span } from './daily-moment.ts';
export { pageOf } from './page-of.ts';
export { tellingOf, type Telling } from './push.ts';
export { readReminderSettings, timesBefore, usualMinutesBefore, type ReminderSettings } from './settings.ts';
export { stillStands, type RemindedPromise } from './still-stands.ts';
export { ofFallenBack, ofDue, ofHandOver, ofSoon, ofTalks, reminderKinds, type Owed, type ReminderKind } from './owed.ts';
