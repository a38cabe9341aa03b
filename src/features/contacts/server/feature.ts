import type { Feature } from '#kit/server/feature.ts';
import { exportContactsCommand } from './export/command.ts';
import { exportHandlers } from './export/handlers.ts';
import { importContactsCommand } from './import/command.ts';
import { importHandlers, importJobs } from './import/handlers.ts';

export const contacts: Feature = {
  name: 'contacts',
  handlers: [...importHandlers, ...exportHandlers],
  jobs: importJobs,
  commands: [importContactsCommand, exportContactsCommand],
  merge: { feature: 'contacts', tables: [{ table: 'contact_origin', key: ['source', 'key'] }] },
};
