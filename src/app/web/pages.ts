import {
  colleaguesPage,
  forgottenPage,
  joinPage,
  keysPage,
  lackingPage,
  preferencesPage,
  referencePage,
  resetPage,
  returnPage,
  securityPage,
  signInPage,
  welcomePage,
} from '#features/access/web/index.ts';
import { auditPage } from '#features/audit/web/index.ts';
import { automationLogPage, automationPage, automationsPage } from '#features/automations/web/index.ts';
import { cadencePage, workingHoursPage } from '#features/cadence/web/index.ts';
import { contactsPage, contactsRunPage } from '#features/contacts/web/index.ts';
import { customerPage, customersPage } from '#features/customers/web/index.ts';
import { carePage, comparePage, duplicatesPage, fieldsPage, findPeople, keyCustomersPage } from '#features/people/web/index.ts';
import { erasuresPage } from '#features/personal-data/web/index.ts';
import { leavingPage, promisePage, promisesPage, reliabilityPage } from '#features/promises/web/index.ts';
import { importPage, importRunPage } from '#features/purchases/web/index.ts';
import { reminderSettingsPage, remindersPage } from '#features/reminders/web/index.ts';
import { startPage } from '#features/sample/web/index.ts';
import { reviewPage, teamPage, todayPage } from '#features/today/web/index.ts';
import { webhookLogPage, webhooksPage } from '#features/webhooks/web/index.ts';
import { statusPage, workspaceSettingsPage } from '#features/workspace/web/index.ts';
import type { FeaturePage } from '#kit/web/feature-page.ts';
import type { Finder } from '#kit/web/commands.ts';

/** Every page of every feature. Those with a place in the navigation stand there by their order. */
export const pages: readonly FeaturePage[] = [
  welcomePage,
  signInPage,
  joinPage,
  forgottenPage,
  resetPage,
  returnPage,
  lackingPage,
  startPage,
  todayPage,
  reviewPage,
  teamPage,
  customersPage,
  customerPage,
  keyCustomersPage,
  duplicatesPage,
  comparePage,
  promisesPage,
  cadencePage,
  reliabilityPage,
  promisePage,
  importPage,
  importRunPage,
  contactsPage,
  contactsRunPage,
  preferencesPage,
  securityPage,
  remindersPage,
  reminderSettingsPage,
  workspaceSettingsPage,
  statusPage,
  workingHoursPage,
  fieldsPage,
  colleaguesPage,
  carePage,
  leavingPage,
  auditPage,
  erasuresPage,
  automationsPage,
  automationPage,
  automationLogPage,
  webhooksPage,
  webhookLogPage,
  keysPage,
  referencePage,
];

/** Who answers when somebody types into the command menu. */
export const finders: readonly Finder[] = [findPeople];
