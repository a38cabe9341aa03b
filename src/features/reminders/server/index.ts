export { reminders } from './feature.ts';
export { makeReminders, remind } from './making.ts';
