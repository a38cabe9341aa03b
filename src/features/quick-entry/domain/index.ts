export { baseForms } from './base-forms.ts';
export { readEntry, type EntryRead } from './entry.ts';
