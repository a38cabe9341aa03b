export { dailyMoment, dailyMomentsIn, type DailyMoment, type DailyTime, type Span } from './daily-moment.ts';
export { readReminderSettings, leadTimes, usualLead, type ReminderSettings } from './settings.ts';
export { stillStands, type RemindedPromise } from './still-stands.ts';
export { ofDeclined, ofDue, ofHandOver, ofSoon, ofTalks, reminderKinds, type Owed, type ReminderKind } from './owed.ts';
