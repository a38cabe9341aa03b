import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomer, people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { admitBroken, askForTime, givePromise, keepPromise, promises, readReliability, releasePromise } from './index.ts';

const shop = openShop([people, promises], '2026-01-05T08:00:00Z');
const at = (moment: string) => Temporal.Instant.from(moment);
let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
});

/** Gives a promise that is due at a moment, and lets something become of it. */
async function promised(
  dueAt: string,
  become: 'nothing' | ['kept' | 'broken' | 'released' | 'asked', string],
  giver = shop.nikos,
): Promise<void> {
  const id = await shop.inside((tx) => givePromise(tx, shop.now(), giver, { customer: maria, what: `due ${dueAt}`, dueAt: at(dueAt) }));
  if (become === 'nothing') return;
  const [how, when] = become;
  await shop.inside(async (tx) => {
    if (how === 'kept') await keepPromise(tx, at(when), giver, id);
    if (how === 'broken') await admitBroken(tx, at(when), giver, id);
    if (how === 'released') await releasePromise(tx, at(when), giver, id);
    if (how === 'asked') await askForTime(tx, at(when), giver, id, { from: null, at: at('2026-06-01T10:00:00Z') });
  });
}

const get = async (path: string) => (await shop.request('nikos', 'get', path)).body;
const names = async (query: string) =>
  ((await get(`/api/promises/counted?${query}`))['promises'] as { what: string }[]).map(({ what }) => what.slice(4, 14));

async function winter(): Promise<void> {
  await promised('2026-01-20T10:00:00Z', ['kept', '2026-01-20T10:00:00Z']);
  await promised('2026-01-21T10:00:00Z', ['kept', '2026-01-22T10:00:00Z']);
  await promised('2026-02-10T10:00:00Z', ['kept', '2026-02-09T10:00:00Z'], shop.eleni);
  await promised('2026-02-11T10:00:00Z', ['broken', '2026-02-10T10:00:00Z']);
  await promised('2026-02-12T10:00:00Z', ['released', '2026-02-10T10:00:00Z']);
  await promised('2026-02-13T10:00:00Z', ['released', '2026-02-14T10:00:00Z']);
  await promised('2026-02-14T10:00:00Z', ['asked', '2026-02-13T10:00:00Z']);
  await promised('2026-02-15T10:00:00Z', 'nothing');
  shop.at('2026-02-28T08:00:00Z');
}

describe('what counts', () => {
  test('is what was kept by the moment in force, and what was not: late, not at all, let off too late or still open', async () => {
    await winter();
    const read = await shop.inside((tx) => readReliability(tx, shop.now(), { span: 'year' }));
    expect(read.workspace).toMatchObject({ kept: 2, missed: 4 });
    expect(read.months.slice(-2).map(({ month, reliability: { kept, missed } }) => [month, kept, missed])).toEqual([
      ['2026-01', 1, 1],
      ['2026-02', 1, 3],
    ]);
    expect(read.colleagues.map(({ colleague, reliability: { kept, missed } }) => [colleague.name, kept, missed])).toEqual([
      ['Eleni', 1, 0],
      ['Nikos', 1, 4],
    ]);
    expect(read.kinds.map(({ by, kind, reliability }) => [by, kind, reliability.missed])).toEqual([
      ['stage', 'prospect', 4],
      ['key', 'no', 4],
    ]);
  });

  test('stands by what the customers are worth today, beside those who ever bought, with the promises behind each band', async () => {
    const worth = { Ada: 500, Bo: 400, Cy: 300, Di: 200, Ed: 200 };
    await shop.inside(async (tx) => {
      for (const [name, value] of Object.entries(worth)) {
        const customer = await createCustomer(tx, shop.now(), shop.eleni, { kind: 'person', name });
        const id = await givePromise(tx, shop.now(), shop.nikos, { customer, what: `for ${name}`, dueAt: at('2026-01-20T10:00:00Z') });
        if (value >= 400) await keepPromise(tx, at('2026-01-19T10:00:00Z'), shop.nikos, id);
      }
    });
    await shop.inside(async (tx) => {
      for (const [name, value] of Object.entries(worth))
        await tx.client.query("update customer_summary set stage = 'returning', value_minor = $3 where workspace_id = $1 and name = $2", [
          tx.workspace,
          name,
          value,
        ]);
    });
    shop.at('2026-01-28T08:00:00Z');
    const { kinds } = await shop.inside((tx) => readReliability(tx, shop.now(), { span: 'year' }));
    expect(kinds.filter(({ by }) => by === 'value').map(({ kind, reliability: { kept, missed } }) => [kind, kept, missed])).toEqual([
      ['high', 1, 0],
      ['middle', 1, 0],
      ['low', 0, 3],
    ]);
    const behind = async (kind: string) =>
      ((await get(`/api/promises/counted?from=2026-01-01&until=2026-01-31&by=value&kind=${kind}`))['promises'] as { what: string }[])
        .map(({ what }) => what)
        .toSorted();
    expect([await behind('high'), await behind('middle'), await behind('low'), await behind('none')]).toEqual([
      ['for Ada'],
      ['for Bo'],
      ['for Cy', 'for Di', 'for Ed'],
      [],
    ]);
  });

  test('stands by its days, with an interval, of everybody or of some together', async () => {
    await winter();
    const body = await get(`/api/promises/reliability?span=month&of=${shop.eleni}`);
    expect(body).toMatchObject({
      from: '2026-02-01',
      until: '2026-02-28',
      workspace: { kept: 1, missed: 3, share: 0.25 },
      team: { kept: 1, missed: 0, share: 1, high: 1 },
      days: [{ on: '2026-02-09', kept: 1, missed: 0 }],
    });
    expect((body['team'] as { low: number }).low).toBeCloseTo(0.147, 3);
    expect(await get('/api/promises/reliability?month=2026-01&span=month')).toMatchObject({ workspace: { kept: 1, missed: 1 } });
    expect(await shop.request('nikos', 'get', '/api/promises/reliability?month=2026-03')).toMatchObject({
      status: 422,
      body: { code: 'promise.month_to_come', field: 'month' },
    });
  });

  test('stands by Persian months for who reads in them: each with its own days', async () => {
    await winter();
    const persian = '/api/promises/reliability?calendar=persian&span=month';
    const body = await get(persian);
    expect(body).toMatchObject({ from: '2026-02-20', until: '2026-03-20', workspace: { kept: 0, missed: 0 } });
    expect((body['months'] as object[]).slice(-2)).toMatchObject([
      { month: '1404-11', from: '2026-01-21', until: '2026-02-19', figure: { kept: 1, missed: 4 } },
      { month: '1404-12', from: '2026-02-20', until: '2026-03-20', figure: { kept: 0, missed: 0 } },
    ]);
    const earlier = { from: '2026-01-21', until: '2026-02-19', workspace: { kept: 1, missed: 4 } };
    expect(await get(`${persian}&month=1404-11`)).toMatchObject(earlier);
    expect(await get(`${persian}&month=2026-01-25`)).toMatchObject(earlier);
    expect(await shop.request('nikos', 'get', `${persian}&month=2026-03-21`)).toMatchObject({ body: { code: 'promise.month_to_come' } });
  });

  test('every figure opens the promises behind it, piece by piece', async () => {
    await winter();
    const february = 'from=2026-02-01&until=2026-02-28';
    expect(await names(february)).toEqual(['2026-02-15', '2026-02-13', '2026-02-11', '2026-02-10']);
    expect(await names(`${february}&outcome=missed`)).toEqual(['2026-02-15', '2026-02-13', '2026-02-11']);
    expect(await names(`${february}&of=${shop.eleni}`)).toEqual(['2026-02-10']);
    expect(await names('from=2026-01-01&until=2026-01-31&by=stage&kind=prospect&outcome=kept')).toEqual(['2026-01-20']);
    expect(await names(`${february}&by=key&kind=yes`)).toEqual([]);
    const first = await get(`/api/promises/counted?${february}&limit=3`);
    expect(await names(`${february}&limit=3&after=${encodeURIComponent(String(first['next']))}`)).toEqual(['2026-02-10']);
  });

  test('of the shop next door is not seen', async () => {
    await winter();
    const body = (await shop.request('ann', 'get', `/api/promises/reliability?of=${shop.nikos}`)).body;
    expect(body).toMatchObject({ workspace: { kept: 0, missed: 0, share: null }, team: { share: null }, colleagues: [], days: [] });
    expect((await shop.request('ann', 'get', '/api/promises/counted?from=2026-01-01&until=2026-02-28')).body).toEqual({
      promises: [],
      next: null,
    });
  });
});

test('figures are read from one index, however many promises there are', async () => {
  await winter();
  const plan = await shop.inside(async (tx) => {
    await tx.client.query('set local enable_seqscan = off');
    const { rows } = await tx.client.query<{ 'QUERY PLAN': string }>(
      `explain select counts_for_id, count(*) filter (where state = 'kept') from promise
       where workspace_id = $1 and counted_at >= '2026-01-01' and counted_at < '2026-02-01' group by 1`,
      [tx.workspace],
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('promise_counted');
});
