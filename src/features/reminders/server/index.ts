export { reminders } from './feature.ts';
export { makeReminders } from './making.ts';
