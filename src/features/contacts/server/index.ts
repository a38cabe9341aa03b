export { contacts } from './feature.ts';
export { importContacts } from './import/import-contacts.ts';
