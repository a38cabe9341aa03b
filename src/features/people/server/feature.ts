import { readWorkspace, todayOf, viewOf } from '#features/workspace/server/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { explain } from '#kit/server/messages.ts';
import { peopleApi } from '../api.ts';
import { peopleEvents } from '../api/events.ts';
import { customerMade } from './automation/customer-made.ts';
import { customerTagged } from './automation/customer-tagged.ts';
import { factLearned } from './automation/fact-learned.ts';
import { giveTag } from './automation/give-tag.ts';
import { goalReached } from './automation/goal-reached.ts';
import { keyCustomerListed } from './automation/key-customer-listed.ts';
import { setDeputy } from './automation/set-deputy.ts';
import { setOwner } from './automation/set-owner.ts';
import { changeCustomer, createCustomer, makeCustomer } from './actions.ts';
import { customerAnswer, keyCustomersAnswer, roleAnswer } from './answers.ts';
import { handOverCommand, keyCustomersCommand } from './care-commands.ts';
import { createCustomers } from './create-many.ts';
import { handOverCustomers, readCare } from './hand-over.ts';
import { countEntrusted } from './hand-over-store.ts';
import { listKeyCustomer, removeKeyCustomer } from './key-customers.ts';
import { addContactRole, changeContactRole, readRole, readRolesOf, removeContactRole } from './roles.ts';
import { clearAttachmentsDuty } from './attachments/clear.ts';
import { attachmentHandlers } from './attachments/handlers.ts';
import { circleHandlers } from './circle/handlers.ts';
import { addFieldCommand, fieldsCommand } from './custom-fields/commands.ts';
import { customFieldHandlers } from './custom-fields/handlers.ts';
import { factHandlers } from './facts/handlers.ts';
import { duplicateDuty, duplicateHandlers, duplicateJobs } from './duplicates/handlers.ts';
import { hangingOnPeople } from './duplicates/hanging.ts';
import { findCommand } from './find/command.ts';
import { findHandlers } from './find/handlers.ts';
import { goalHandlers } from './goals/handlers.ts';
import { summary } from './summary-store.ts';
import { tagHandlers } from './tags/handlers.ts';
import { personal } from './personal-store.ts';

export const people: Feature = {
  name: 'people',
  personal,
  neededFiles: "select workspace_id || '/' || id as name from attachment where workspace_id = $1 and removed_at is null",
  events: peopleEvents,
  triggers: [customerMade, customerTagged, keyCustomerListed, factLearned, goalReached],
  actions: [setOwner, setDeputy, giveTag],
  summary,
  duties: [clearAttachmentsDuty, duplicateDuty],
  jobs: duplicateJobs,
  merge: { feature: 'people', tables: hangingOnPeople },
  entrusted: async (tx, _, colleague) => await countEntrusted(tx, colleague),
  commands: [findCommand, keyCustomersCommand, handOverCommand, fieldsCommand, addFieldCommand],
  handlers: [
    ...findHandlers,
    ...tagHandlers,
    ...customFieldHandlers,
    ...factHandlers,
    ...goalHandlers,
    ...circleHandlers,
    ...attachmentHandlers,
    ...duplicateHandlers,
    handle(
      peopleApi.create,
      async ({ tx, now, who, body }) => await customerAnswer(tx, now, await createCustomer(tx, now, who.colleague, withDays(body))),
    ),
    handle(peopleApi.createMany, async ({ tx, now, who, body, language }) => {
      const { made, refused } = await createCustomers(tx, now, who.colleague, body.customers.map(withDays));
      return {
        made: [...made],
        refused: refused.map(({ place, failure }) => ({
          place,
          code: failure.code,
          detail: explain(language, failure),
          field: failure.field ?? null,
        })),
      };
    }),
    handle(peopleApi.read, async ({ tx, now, services, params, query }) => {
      const { day, isPast } = await viewOf(tx, services.summary, now, query.asOf);
      return await customerAnswer(tx, now, params.customer, isPast ? day : undefined);
    }),
    handle(peopleApi.change, async ({ tx, now, who, params, body }) => {
      await changeCustomer(tx, now, who.colleague, params.customer, withDays(body));
      return await customerAnswer(tx, now, params.customer);
    }),
    handle(peopleApi.makeCustomer, async ({ tx, now, who, params }) => {
      await makeCustomer(tx, now, who.colleague, params.customer);
      return await customerAnswer(tx, now, params.customer);
    }),
    handle(peopleApi.listKey, async ({ tx, now, who, params, body }) => {
      await listKeyCustomer(tx, now, who.colleague, params.customer, {
        reason: body.reason,
        reviewOn: Temporal.PlainDate.from(body.reviewOn),
      });
      return await customerAnswer(tx, now, params.customer);
    }),
    handle(peopleApi.removeKey, async ({ tx, now, who, params }) => {
      await removeKeyCustomer(tx, now, who.colleague, params.customer);
      return await customerAnswer(tx, now, params.customer);
    }),
    handle(peopleApi.keyCustomers, async ({ tx, now }) => ({ customers: await keyCustomersAnswer(tx, now) })),
    handle(peopleApi.roles, async ({ tx, now, services, params, query }) => {
      const { day } = await viewOf(tx, services.summary, now, query.asOf);
      const { roles, parts } = await readRolesOf(tx, params.customer);
      return { roles: roles.map((role) => roleAnswer(role, day)), parts: [...parts] };
    }),
    handle(peopleApi.addRole, async ({ tx, now, who, body }) => {
      const id = await addContactRole(tx, now, who.colleague, { ...body, ...daysOf(body) });
      return roleAnswer(await readRole(tx, id), todayOf(await readWorkspace(tx), now));
    }),
    handle(peopleApi.changeRole, async ({ tx, now, who, params, body }) => {
      await changeContactRole(tx, now, who.colleague, params.role, { ...body, ...daysOf(body) });
      return roleAnswer(await readRole(tx, params.role), todayOf(await readWorkspace(tx), now));
    }),
    handle(peopleApi.removeRole, async ({ tx, now, who, params }) => await removeContactRole(tx, now, who.colleague, params.role)),
    handle(peopleApi.care, async ({ tx }) => ({ colleagues: await readCare(tx) })),
    handle(
      peopleApi.handOver,
      async ({ tx, now, who, params, body }) => await handOverCustomers(tx, now, who.colleague, { from: params.colleague, to: body.toId }),
    ),
  ],
};

/** A body with its days read. */
function withDays<Body extends { readonly foundedOn?: string | null | undefined }>(body: Body) {
  return { ...body, foundedOn: dayOf(body.foundedOn) };
}

function daysOf({ sinceOn, untilOn }: { readonly sinceOn?: string | null | undefined; readonly untilOn?: string | null | undefined }) {
  return { sinceOn: dayOf(sinceOn), untilOn: dayOf(untilOn) };
}

function dayOf(day: string | null | undefined): Temporal.PlainDate | null | undefined {
  return typeof day === 'string' ? Temporal.PlainDate.from(day) : day;
}
