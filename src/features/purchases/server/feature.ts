import type { Feature } from '#kit/server/feature.ts';
import { readingHandlers } from './reading/handlers.ts';
import { purchasesSummary } from './snapshot/refresh.ts';

export const purchases: Feature = {
  name: 'purchases',
  handlers: [...readingHandlers],
  summary: purchasesSummary,
};
