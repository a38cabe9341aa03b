import pg from 'pg';
import type { Filled } from '#app/testing/filled-workspace.ts';

/** A row in every table where doing one of everything leaves none, for the backups that are kept of releases. A table that is not there, or has rows, is left alone. */
export async function fillTheRest(ownerUrl: string, { workspace, owner, ids }: Pick<Filled, 'workspace' | 'owner' | 'ids'>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: accounts } = await client.query<{ id: string }>('select id from account order by id limit 1');
    const known: Readonly<Record<string, string | undefined>> = { ...ids, account: accounts[0]?.id };
    for (const [table, values] of Object.entries(rowsOf(workspace, owner, (name) => known[name] ?? ''))) {
      const { rowCount: isThere } = await client.query('select 1 where to_regclass($1) is not null', [table]);
      if (isThere === 0) continue;
      const { rowCount: taken } = await client.query(`select 1 from ${table} limit 1`);
      const names = Object.keys(values);
      const places = names.map((_, place) => `$${place + 1}`);
      if (taken === 0)
        await client.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(values));
    }
  } finally {
    await client.end();
  }
}

type Row = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Ids that nothing else has. */
const [someId, anotherId, aThirdId] = [
  '0197f3c2-1d2e-7a3b-8c4d-5e6f70819201',
  '0197f3c2-1d2e-7a3b-8c4d-5e6f70819202',
  '0197f3c2-1d2e-7a3b-8c4d-5e6f70819203',
];
const at = '2026-03-02T08:00:00Z';
const on = '2026-03-02';

function rowsOf(workspace_id: string, owner: string, id: (name: string) => string): Readonly<Record<string, Row>> {
  const customer_id = id('customer');
  const [one_id = '', other_id = ''] = [customer_id, id('other')].toSorted();
  const own = { workspace_id, colleague_id: owner };
  return {
    account_second_factor: { id: someId, account_id: id('account'), secret: 'x', recovery_codes: 'y' },
    account_sign_in_failure: { key: 'somebody', failures: 1, last_at: at },
    account_verification: { id: someId, identifier: 'somebody', value: 'x', expires_at: at },
    attachment: {
      workspace_id,
      id: someId,
      customer_id,
      purpose: 'file',
      name: 'prices.txt',
      media_type: 'text/plain',
      size_bytes: 1,
      sha256: 'x',
      added_at: at,
      added_by: owner,
    },
    attention: { ...own, as_of_on: 'infinity', customer_id, cost: 100, minutes: 5 },
    bulk_change: { ...own, id: someId, changed_at: at, change: '{}' },
    bulk_changed: { workspace_id, change_id: id('change') || someId, customer_id, before: '{}' },
    cadence: { workspace_id },
    calendar_feed: { ...own, secret_hash: 'a'.repeat(64), made_at: at },
    contact_import_row: { workspace_id, import_id: id('import'), line: 1, taken: false, reasons: '["no_name"]', cells: ['a', 'b'] },
    contact_origin: { workspace_id, source: 'vcard', key: '1', customer_id, written: '{}' },
    contact_point: { workspace_id, id: someId, customer_id, kind: 'email', value: 'kyra@example.com', place: 0 },
    customer_alias: { workspace_id, external_id: 'an older number', customer_id },
    customer_merge_row: {
      workspace_id,
      id: someId,
      merge_id: id('merge'),
      table_name: 'promise',
      column_name: 'customer_id',
      what: 'moved',
      data: '{}',
    },
    custom_choice: { workspace_id, id: someId, field_id: id('field'), name: 'oat milk', place: 0 },
    customer_tag: { workspace_id, customer_id, tag_id: id('takeTag'), tagged_by: owner, tagged_at: at },
    day_plan: { ...own, planned_on: on, minutes: 120 },
    day_plan_entry: { ...own, planned_on: on, customer_id, place: 0 },
    digest: { ...own, due_on: on, owed_at: at, outcome: 'no_mail', settled_at: at },
    duplicate_candidate: { workspace_id, one_id, other_id, probability: 0.9, reasons: '[]', found_at: at },
    duplicate_look: { workspace_id, looked_at: at, customers: 2 },
    duplicate_wish: { workspace_id, customer_id },
    duty: { name: 'reminders.remind', began_at: at, good_at: at },
    key_customer: { workspace_id, customer_id, reason: 'brought the whole street', listed_by: owner, listed_on: on, review_on: on },
    letter: {
      workspace_id,
      id: someId,
      purpose: 'digest',
      to_address: 'somebody@example.com',
      subject: 's',
      body_text: 't',
      body_html: 'h',
      made_at: at,
      give_up_at: at,
    },
    name_frequency: { workspace_id, name: 7, bearers: 2 },
    not_duplicate: { workspace_id, one_id, other_id, said_by: owner, said_at: at },
    past_day: { workspace_id, as_of_on: on },
    postal_address: { workspace_id, id: someId, customer_id, city: 'Αθήνα', place: 0 },
    product: { workspace_id, id: someId, code: 'TEA', name: 'Τσάι' },
    purchase: {
      workspace_id,
      id: anotherId,
      number: '1',
      customer_id,
      kind: 'sale',
      placed_at: at,
      placed_on: on,
      currency: 'EUR',
      total_minor: 450,
      line_count: 1,
    },
    purchase_import_set_aside: { workspace_id, import_id: id('import'), line: 3, reason: 'no_date', cells: ['a', 'b'] },
    purchase_lines: { workspace_id, purchase_id: anotherId, product_ids: [someId], quantities: ['1'], unit_prices: ['4.5000'] },
    push_device: { ...own, id: someId, endpoint: 'https://push.example.com/x', p256dh: 'x', auth: 'y', name: 'Firefox', made_at: at },
    reminder: {
      ...own,
      id: aThirdId,
      kind: 'promise_due',
      occasion: '1',
      customer_id,
      promise_id: id('promise'),
      owed_at: at,
      made_at: at,
    },
    push_delivery: { workspace_id, reminder_id: id('reminder') || aThirdId, device_id: id('device') || someId, told_at: at },
    reminder_progress: { workspace_id, done_until: at },
    reminder_settings: { ...own, changed_at: at },
    request_answer: { workspace_id, key: 'a key', fingerprint: 'x', answer: '{}' },
    routine: {
      workspace_id,
      id: someId,
      customer_id,
      every_days: 30,
      latest_days: 60,
      channel: 'call',
      purpose: 'to hear',
      made_by: owner,
      made_on: on,
    },
    routine_member: { workspace_id, routine_id: id('routine') || someId, customer_id },
    touchpoint_colleague: { workspace_id, touchpoint_id: id('touchpoint'), colleague_id: owner },
    touchpoint_person: { workspace_id, touchpoint_id: id('touchpoint'), person_id: customer_id },
    value_model: { workspace_id, as_of_on: on, unfit: 'too_few' },
    working_week: { ...own, weekdays: '12345', from_time: '09:00', until_time: '17:00' },
  };
}
