import type { Feature } from '#kit/server/feature.ts';
import { automationEvents } from '../api/events.ts';
import { automationCommands } from './commands.ts';
import { automationHandlers } from './handlers.ts';
import { followJob, lookAfterAutomations } from './running.ts';

export const automations: Feature = {
  name: 'automations',
  events: automationEvents,
  personal: {
    feature: 'automations',
    rows: [],
    besides: { 'automation_run.customer_id': 'says that an automation ran; what it did stands with the person' },
  },
  merge: { feature: 'automations', tables: [{ table: 'automation_run', key: ['id'] }] },
  jobs: [followJob],
  duties: [{ name: 'automations.look_after', every: '* * * * *', run: lookAfterAutomations }],
  commands: automationCommands,
  handlers: automationHandlers,
};
