export { contacts } from './feature.ts';
export { importContacts } from './import/contact-imports.ts';
