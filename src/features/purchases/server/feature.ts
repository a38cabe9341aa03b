import type { Feature } from '#kit/server/feature.ts';
import { importCommand } from './import/command.ts';
import { importHandlers } from './import/handlers.ts';
import { purchaseImports } from './import/purchase-imports.ts';
import { readingHandlers } from './reading/handlers.ts';
import { purchasesSummary } from './snapshot/refresh.ts';
import { purchaseEvents } from '../api/events.ts';
import { personal } from './personal-store.ts';

export const purchases: Feature = {
  name: 'purchases',
  personal,
  events: purchaseEvents,
  handlers: [...readingHandlers, ...importHandlers],
  jobs: [purchaseImports.job],
  commands: [importCommand],
  summary: purchasesSummary,
  merge: { feature: 'purchases', tables: [{ table: 'purchase', key: ['id'], counted: 'purchases' }] },
};
