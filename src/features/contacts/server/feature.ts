import type { Feature } from '#kit/server/feature.ts';
import { exportContactsCommand } from './export/command.ts';
import { exportHandlers } from './export/handlers.ts';
import { importContactsCommand } from './import/command.ts';
import { contactImports } from './import/contact-imports.ts';
import { importHandlers } from './import/handlers.ts';
import { contactEvents } from '../api/events.ts';
import { personal } from './personal-store.ts';

export const contacts: Feature = {
  name: 'contacts',
  personal,
  events: contactEvents,
  handlers: [...importHandlers, ...exportHandlers],
  jobs: [contactImports.job],
  commands: [importContactsCommand, exportContactsCommand],
  merge: { feature: 'contacts', tables: [{ table: 'contact_origin', key: ['source', 'key'] }] },
};
