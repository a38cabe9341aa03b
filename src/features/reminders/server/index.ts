export { reminders } from './feature.ts';
export { describeReminders, type ReminderRead } from './readings.ts';
export { makeReminders } from './making.ts';
export type { ReminderRow } from './store.ts';
