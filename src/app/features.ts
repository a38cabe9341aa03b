import { access } from '#features/access/server/index.ts';
import { assistant } from '#features/assistant/server/index.ts';
import { audit } from '#features/audit/server/index.ts';
import { backup } from '#features/backup/server/index.ts';
import { automations } from '#features/automations/server/index.ts';
import { cadence } from '#features/cadence/server/index.ts';
import { consent } from '#features/consent/server/index.ts';
import { contacts } from '#features/contacts/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { customers } from '#features/customers/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { personalData } from '#features/personal-data/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { quickEntry } from '#features/quick-entry/server/index.ts';
import { reminders } from '#features/reminders/server/index.ts';
import { sample } from '#features/sample/server/index.ts';
import { today } from '#features/today/server/index.ts';
import { webhooks } from '#features/webhooks/server/index.ts';
import { workspace } from '#features/workspace/server/index.ts';
import type { Feature } from '#kit/server/feature.ts';

/** Every feature, from the lowest floor to the highest: summaries are filled in this order. */
export const features: readonly Feature[] = [
  workspace,
  access,
  people,
  contacts,
  conversations,
  purchases,
  promises,
  cadence,
  reminders,
  audit,
  consent,
  personalData,
  backup,
  webhooks,
  customers,
  today,
  quickEntry,
  automations,
  sample,
  assistant,
];
