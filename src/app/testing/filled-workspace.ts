import { foundWorkspace, invite, makeKey } from '#features/access/server/index.ts';
import { logTouchpoint } from '#features/conversations/server/index.ts';
import { changeManyCustomers, saveView } from '#features/customers/server/index.ts';
import { addContactRole, createCustomer, defineCustomField, ensureTagsNamed } from '#features/people/server/index.ts';
import { givePromise } from '#features/promises/server/index.ts';
import { exampleOf, jsonSchemaOf } from '#kit/contract/example.ts';
import type { Route } from '#kit/contract/route.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { fillCadence } from './filled-cadence.ts';
import { fillKnowledge } from './filled-knowledge.ts';
import { fillReminders } from './filled-reminders.ts';
import { fillWebhooks } from './filled-webhooks.ts';

/** A workspace with one of everything, for tests that try to reach it from outside. */
export type Filled = {
  readonly workspace: string;
  readonly owner: string;
  /** The ids of ours that stand in paths, by the name of the parameter. */
  readonly ids: Readonly<Record<string, string>>;
  /** Texts that nobody outside may ever read. */
  readonly secrets: readonly string[];
  /** A route's path with our ids in it. */
  fill(path: string): string;
  /** Bodies to try on a route: an empty one, and one that is right in form and names ours wherever it names anything. */
  bodiesFor(route: Route): unknown[];
  /** Changes whenever a row of ours does. */
  fingerprint(): Promise<Record<string, string>>;
};

export async function fillWorkspace(services: Services, email: string): Promise<Filled> {
  const { workspace, owner } = await foundWorkspace(
    services,
    {
      name: 'Ours, the confidential one',
      language: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Athens',
      owner: { name: 'Olga Confidential', email, password: 'a long password' },
    },
    { onlyFirst: false },
  );
  const ids = await services.database.transaction({ workspace: workspace.id }, async (tx) => {
    const now = services.clock();
    const field = await defineCustomField(tx, now, owner, { name: 'A confidential field', kind: 'text' });
    const customer = await createCustomer(tx, now, owner, {
      kind: 'person',
      name: 'Kyra Confidential',
      externalId: 'confidential 1',
      custom: { [field]: 'a confidential value' },
    });
    const organization = await createCustomer(tx, now, owner, { kind: 'organization', name: 'Confidential Company' });
    const newPerson = { name: 'Katerina Confidential' };
    const role = await addContactRole(tx, now, owner, { organizationId: organization, newPerson });
    const touchpoint = await logTouchpoint(tx, now, owner, customer, {
      kind: 'call',
      direction: 'out',
      reached: true,
      at: now,
      minutes: 5,
      summary: 'a confidential word',
      pulse: 4,
    });
    const dueAt = now.add({ hours: 48 });
    const promise = await givePromise(tx, now, owner, { customer, what: 'send the confidential list', dueAt });
    const other = await createCustomer(tx, now, owner, { kind: 'person', name: 'Kyra Confidentialou' });
    const merge = newId();
    await tx.client.query(
      `insert into customer_merge (workspace_id, id, kept_id, gone_id, gone_name, merged_by, merged_at) values ($1, $2, $3, $4, 'K. Confidential', $5, $6)`,
      [tx.workspace, merge, customer, newId(), owner, now.toString()],
    );
    const knowledge = await fillKnowledge(tx, now, owner, customer, organization);
    const cadence = await fillCadence(tx, now, owner, customer);
    const reminders = await fillReminders(tx, owner, customer, promise);
    const webhooks = await fillWebhooks(tx, owner, customer);
    const answer = newId();
    await tx.client.query(
      `insert into reason_answer (workspace_id, id, customer_id, kind, occasion, answer, until_on, colleague_id, answered_at)
       values ($1, $2, $3, 'purchases.silent', '2026-01-01', 'snoozed', '2026-04-01', $4, now())`,
      [tx.workspace, answer, customer, owner],
    );
    const told = { name: 'Confidential Newcomer', email: 'newcomer@confidential.example', role: 'reader' } as const;
    const { id: invitation } = await invite(tx, now, { colleague: owner, role: 'owner' }, told, []);
    const session = newId();
    await tx.client.query(
      "insert into account_session (id, account_id, token, expires_at) select $1, id, 'confidential ' || email, $3 from account where email = $2",
      [session, email, now.add({ hours: 24 }).toString()],
    );
    const { id: key } = await makeKey(
      tx,
      now,
      { colleague: owner, role: 'owner' },
      { name: 'A confidential till', rights: ['seeCustomers'], isReadOnly: false, days: null },
    );
    const passkey = newId();
    await tx.client.query(
      `insert into account_passkey (id, account_id, name, credential_id, public_key, counter, created_at)
       select $1, id, 'A confidential telephone', 'confidential credential ' || email, '\\x00', 0, $3 from account where email = $2`,
      [passkey, email, now.toString()],
    );
    const view = await saveView(tx, now, owner, { name: 'A confidential list', shared: true, state: {} });
    const { id: change } = await changeManyCustomers(tx, now, owner, [customer], { language: 'el' });
    const [takeTag = ''] = await ensureTagsNamed(tx, now, owner, ['confidential tag']);
    const upload = newId();
    await tx.client.query(
      `insert into purchase_import (workspace_id, id, file_name, file_size, added_at, mapping, started_at, finished_at, result)
       values ($1, $2, 'confidential.csv', 1, now(), '{"currency":"EUR"}', now(), now(), '{"columns":[],"setAside":{},"rules":{}}')`,
      [tx.workspace, upload],
    );
    await tx.client.query(
      `insert into contact_import (workspace_id, id, file_name, file_size, added_at, mapping, started_at, finished_at, result)
       values ($1, $2, 'confidential contacts.csv', 1, now(), '{"source":"table"}', now(), now(), $3)`,
      [tx.workspace, upload, { ...noContacts, columns: [] }],
    );
    return {
      customer,
      invitation,
      session,
      key,
      passkey,
      workspace: workspace.id,
      field,
      // What stands inside of something of ours, such as a choice, is named by an id alone.
      id: field,
      other,
      merge,
      ...knowledge,
      ...cadence,
      ...reminders,
      ...webhooks,
      touchpoint,
      promise,
      answer,
      view,
      change,
      takeTag,
      import: upload,
      owner,
      deputy: owner,
      colleague: owner,
      to: owner,
      person: customer,
      // Of the plan of a day: who comes first, and who is not for it.
      first: customer,
      leftOut: customer,
      organization,
      parent: organization,
      role,
    };
  });
  const idOf = (name: string) => Object.entries(ids).find(([known]) => known === name)?.[1] ?? 'missing';
  return {
    workspace: workspace.id,
    owner,
    ids,
    secrets: ['Confidential', 'confidential', workspace.id, owner, ...Object.values(ids)],
    fill: (path) => path.replace(/\{(\w+)\}/g, (_, name: string) => idOf(name)),
    bodiesFor: ({ body }) =>
      body ? [{}, exampleOf(jsonSchemaOf(body, 'input'), (field) => idOf(field.replace(/Ids?$|s$/, '')))] : [undefined],
    fingerprint: () => fingerprintOf(services, workspace.id, email),
  };
}

async function fingerprintOf(services: Services, workspace: string, email: string): Promise<Record<string, string>> {
  return await services.database.transaction({ workspace }, async (tx) => {
    const tables = await tx.client.query<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1",
    );
    // The tests share one transaction, and what they tried may have left it in another time zone.
    await tx.client.query("set local timezone = 'UTC'");
    const prints: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await tx.client.query<{ print: string }>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} t where workspace_id = $1`,
        [workspace],
      );
      prints[name] = rows[0]?.print ?? '';
    }
    // What belongs to an account stands in no workspace.
    const ofAccounts = await tx.client.query<{ name: string; account: string }>(
      `select table_name as name, case when table_name = 'account' then 'id' else 'account_id' end as account from information_schema.columns
       where table_schema = 'public' and table_name ~ '^account' and column_name = case when table_name = 'account' then 'email' else 'account_id' end order by 1`,
    );
    for (const { name, account } of ofAccounts.rows) {
      const { rows } = await tx.client.query<{ print: string }>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} t
         where t.${account} = (select id from account where email = $1)`,
        [email],
      );
      prints[name] = rows[0]?.print ?? '';
    }
    return prints;
  });
}

const noContacts = {
  read: 0,
  made: 0,
  updated: 0,
  unchanged: 0,
  setAside: {},
  warnings: {},
  withWarnings: 0,
  contactsMade: 0,
  organizationsMade: 0,
  photos: 0,
  photosElsewhere: 0,
};
