export { reminders } from './feature.ts';
export { makeReminders, remind } from './making.ts';
export { warnOwners, type Warning } from './warn-owners.ts';
