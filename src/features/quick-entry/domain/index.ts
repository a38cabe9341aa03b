export { baseForms } from './base-forms.ts';
export { readEntry, type EntryRead } from './entry.ts';
export { withoutSensitive } from './without-sensitive.ts';
