import { expect, test } from 'vitest';
import { access, makeKey } from '#features/access/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { workspace } from '#features/workspace/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { recordEvent } from '#kit/server/events.ts';
import { audit } from './index.ts';

const shop = openShop([workspace, access, people, audit]);

type Listed = {
  readonly entries: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly by: { readonly name: string } | null;
    readonly via: { readonly text: string } | null;
    readonly subjectName: string | null;
    readonly changes: readonly object[];
    readonly told: readonly object[];
    readonly isHidden: boolean;
  }[];
  readonly next: string | null;
};

async function listed(query = ''): Promise<Listed> {
  const { status, body } = await shop.request<Listed>('eleni', 'get', `/api/audit?limit=200${query}`);
  expect(status).toBe(200);
  return body;
}

const kinds = async (query = '') => (await listed(query)).entries.map(({ kind }) => kind);

test('a change stands in the log with who made it, and what stood there before and after', async () => {
  const customer = await shop.customer({ name: 'Maria Georgiou', profession: 'baker' });
  shop.at('2026-03-02T08:01:00Z');
  await shop.request('nikos', 'patch', `/api/customers/${customer}`, { profession: 'pilot', ownerId: shop.nikos });
  const [entry] = (await listed(`&customer=${customer}`)).entries;
  expect(entry).toMatchObject({
    kind: 'customer.changed',
    name: 'Customer changed',
    by: { name: 'Nikos' },
    customer: { name: 'Maria Georgiou' },
  });
  expect(entry?.changes).toEqual([
    { field: 'ownerId', name: 'owner', before: 'Eleni', after: 'Nikos' },
    { field: 'profession', name: 'profession', before: 'baker', after: 'pilot' },
  ]);
});

test('so do tags, settings, roles and reasons, each in words', async () => {
  const customer = await shop.customer({ name: 'Maria Georgiou' });
  await shop.request('eleni', 'put', `/api/customers/${customer}/tags`, { names: ['garden', 'regular'] });
  shop.at('2026-03-02T08:01:00Z');
  await shop.request('eleni', 'put', `/api/customers/${customer}/tags`, { names: ['garden'] });
  await shop.request('eleni', 'patch', '/api/workspace', { grossMargin: 0.3 });
  await shop.request('eleni', 'put', `/api/customers/${customer}/key`, { reason: 'buys every week', reviewOn: '2026-09-01' });
  const changed = new Map((await listed()).entries.map(({ kind, changes }) => [kind, changes]));
  expect(changed.get('workspace.changed')).toMatchObject([{ field: 'grossMargin', before: '0.4', after: '0.3' }]);
  expect(changed.get('key_customer.listed')).toMatchObject([
    { field: 'reason', before: '', after: 'buys every week' },
    { field: 'reviewOn', before: '', after: '2026-09-01' },
  ]);
  expect((await listed(`&customer=${customer}`)).entries.find(({ kind }) => kind === 'customer.tagged')?.changes).toMatchObject([
    { field: 'tags', before: 'regular', after: '' },
  ]);
});

test('what is sensitive is not read out of the log, and that somebody looked at it is in it', async () => {
  const customer = await shop.customer({ name: 'Maria Georgiou' });
  const told = { kind: 'circumstance', text: 'is ill', sensitivity: 'sensitive' };
  const fact = await shop.request('eleni', 'post', `/api/customers/${customer}/facts`, told);
  expect(fact.status).toBe(200);
  const looked = await shop.request<{ facts: { id: string }[] }>('eleni', 'post', `/api/customers/${customer}/facts/looks`);
  await shop.request('eleni', 'patch', `/api/facts/${looked.body.facts[0]?.id}`, { text: 'is well' });
  const { entries } = await listed(`&customer=${customer}`);
  expect(entries.find(({ kind }) => kind === 'fact.corrected')).toMatchObject({ isHidden: true, changes: [] });
  expect(JSON.stringify(entries)).not.toMatch(/is ill|is well/);
  expect(await kinds('&group=looks')).toEqual(['fact.looked_at']);
});

test('entries are found by what they are about, by whom, with whom and when, and paged through without one lost or told twice', async () => {
  const customers = [];
  for (let day = 2; day < 9; day++) {
    shop.at(`2026-03-0${day}T22:30:00Z`);
    customers.push(await shop.customer({ name: `Customer ${day}` }));
  }
  shop.at('2026-03-09T08:00:00Z');
  await shop.request('nikos', 'patch', `/api/customers/${customers[0]}`, { profession: 'pilot' });
  expect(await kinds(`&colleague=${shop.nikos}`)).toEqual(['customer.changed']);
  // 22:30 in London is half past midnight in Athens: the days are those of the workspace.
  expect(await kinds('&group=customers&from=2026-03-05&until=2026-03-06')).toHaveLength(2);
  const seen: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Listed = (
      await shop.request<Listed>(
        'eleni',
        'get',
        `/api/audit?limit=3&group=customers${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
      )
    ).body;
    seen.push(...page.entries.map(({ id }) => id));
    after = page.next;
  }
  expect(seen).toHaveLength(8);
  expect(new Set(seen).size).toBe(8);
  expect(await shop.request('eleni', 'get', '/api/audit?after=nowhere')).toMatchObject({ status: 422 });
});

test('taking the log along is an entry of its own, and the file has every entry, also those of later pages', async () => {
  for (let count = 0; count < 205; count++) await shop.customer({ name: `=Customer ${count}` });
  const csv = await shop.raw('eleni', '/api/audit/export?format=csv&group=customers');
  expect(csv.trim().split('\n')).toHaveLength(206);
  expect(csv).toContain("'=Customer 204");
  const lines = (await shop.raw('eleni', '/api/audit/export?format=jsonl&group=exports')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(['audit.exported', 'audit.exported']);
});

test('by what something was done is said, searched for and taken along: a key by its name, the terminal without a colleague, an automation', async () => {
  const { eleni, nikos } = shop;
  const key = await shop.inside(async (tx) => {
    const told = { name: 'Till', rights: ['seeCustomers'] as const, isReadOnly: false, days: null };
    return (await makeKey(tx, shop.now(), { colleague: eleni, role: 'owner' }, told)).id;
  });
  const by = (via: string | undefined) =>
    shop.services.database.transaction({ workspace: shop.workspace, via }, (tx) =>
      recordEvent(tx, shop.now(), {
        kind: 'access.role_changed',
        colleague: eleni,
        subject: nikos,
        detail: { from: 'reader', to: 'colleague' },
      }),
    );
  for (const via of [key, 'terminal', 'automation', undefined]) await by(via);
  const found = async (query: string) =>
    (await listed(`&group=rights${query}`)).entries
      .filter(({ kind }) => kind === 'access.role_changed')
      .map((entry) => [entry.by?.name, entry.via?.text, entry.subjectName]);
  const byKey = ['Eleni', 'by the key “Till”', 'Nikos'];
  const atTerminal = [undefined, 'at the terminal', 'Nikos'];
  const inPerson = ['Eleni', undefined, 'Nikos'];
  expect(await found('')).toEqual(expect.arrayContaining([byKey, atTerminal, ['Eleni', 'by an automation', 'Nikos'], inPerson]));
  expect(await found('&via=key')).toEqual([byKey]);
  expect(await found(`&via=${key}`)).toEqual([byKey]);
  expect(await found('&via=terminal')).toEqual([atTerminal]);
  expect(await found('&via=in_person')).toEqual([inPerson]);
  expect(await shop.raw('eleni', '/api/audit/export?format=csv&via=key')).toContain('"Eleni, by the key “Till”"');
  expect(await shop.tend('audit', '--via', 'terminal')).toContain('at the terminal');
  await expect(shop.tend('audit', '--via', 'nonsense')).rejects.toMatchObject({ failure: { code: 'audit.unusable_option' } });
});

test('the log is for the owner, and what is next door stays there', async () => {
  expect(await shop.request('nikos', 'get', '/api/audit')).toMatchObject({ status: 403 });
  await shop.customer({ name: 'Maria Georgiou' });
  expect((await shop.request('ann', 'get', '/api/audit')).body).toMatchObject({ entries: [{ kind: 'workspace.made' }] });
});

test('the terminal lists it, and refuses what it cannot read', async () => {
  await shop.customer({ name: 'Maria Georgiou' });
  expect(await shop.tend('audit', '--group', 'customers')).toContain('Maria Georgiou');
  await expect(shop.tend('audit', '--group', 'nonsense')).rejects.toMatchObject({ failure: { code: 'audit.unusable_option' } });
  await expect(shop.tend('audit', '--customer', 'nonsense')).rejects.toMatchObject({ failure: { code: 'audit.unusable_option' } });
  await expect(shop.tend('audit', '--limit', '0')).rejects.toMatchObject({ failure: { code: 'audit.unusable_option' } });
});
