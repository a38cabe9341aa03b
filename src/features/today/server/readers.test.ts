import { beforeEach, describe, expect, test } from 'vitest';
import { access, insertColleague } from '#features/access/server/index.ts';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { changeMany, people } from '#features/people/server/index.ts';
import { givePromise, keepPromise, promises } from '#features/promises/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';

const shop = openShop([access, people, conversations, promises, cadence]);
const onlyReads = { status: 422, body: { code: 'access.colleague_only_reads' } };

let maria = '';
let vera = '';

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
  vera = newId();
  const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
  await shop.inside((tx) => insertColleague(tx, { ...seat, id: vera, name: 'Vera', email: 'vera@example.com', role: 'reader' }));
});

const give = () =>
  shop.inside((tx) => givePromise(tx, shop.now(), shop.nikos, { customer: maria, what: 'call', dueAt: shop.now().add({ hours: 5 }) }));
const makeReader = (colleague: string) => shop.request('eleni', 'put', `/api/colleagues/${colleague}/role`, { role: 'reader' });

describe('whoever only reads', () => {
  test('is asked to take over no promise, neither one that is given nor one that is there', async () => {
    const promise = await give();
    expect(await shop.request('nikos', 'post', `/api/promises/${promise}/handed-over`, { toId: vera })).toMatchObject(onlyReads);
    const given = { what: 'write', dueAt: shop.now().add({ hours: 5 }).toString(), toId: vera };
    expect(await shop.request('nikos', 'post', `/api/customers/${maria}/promises`, given)).toMatchObject(onlyReads);
  });

  test('answers for no customer and stands in for none, however they would be given', async () => {
    for (const change of [{ ownerId: vera }, { deputyId: vera }]) {
      expect(await shop.request('eleni', 'patch', `/api/customers/${maria}`, change)).toMatchObject(onlyReads);
      await expect(shop.inside((tx) => changeMany(tx, shop.now(), shop.eleni, [maria], change))).rejects.toThrow(
        'access.colleague_only_reads',
      );
    }
    const handOver = await shop.request('eleni', 'post', `/api/colleagues/${shop.nikos}/hand-over`, { toId: vera });
    expect(handOver).toMatchObject(onlyReads);
  });

  test('gets nothing of a colleague who leaves', async () => {
    await give();
    expect(await shop.request('eleni', 'post', `/api/colleagues/${shop.nikos}/left`, { toId: vera })).toMatchObject(onlyReads);
    const held = await shop.request<{ colleagues: { name: string; mayTakeOver: boolean }[] }>('eleni', 'get', '/api/colleagues/held');
    expect(held.body.colleagues.map(({ name, mayTakeOver }) => [name, mayTakeOver])).toEqual([
      ['Eleni', true],
      ['Nikos', true],
      ['Vera', false],
    ]);
  });

  test('stands in for nobody who is away', async () => {
    const absence = { colleagueId: shop.nikos, fromOn: '2026-03-09', untilOn: '2026-03-13', standInId: vera };
    expect(await shop.request('eleni', 'post', '/api/absences', absence)).toMatchObject(onlyReads);
  });
});

describe('a role that only reads is given', () => {
  test('to nobody who has a promise open or is asked to take one over, until it is settled', async () => {
    const promise = await give();
    const refused = { status: 422, body: { code: 'role.holds_something', field: 'role' } };
    expect(await makeReader(shop.nikos)).toMatchObject(refused);
    await shop.inside((tx) => keepPromise(tx, shop.now(), shop.nikos, promise));
    expect((await makeReader(shop.nikos)).status).toBe(204);
  });

  test('to nobody who answers or stands in for a customer or for a colleague who is away', async () => {
    await shop.request('eleni', 'patch', `/api/customers/${maria}`, { deputyId: shop.nikos });
    expect(await makeReader(shop.nikos)).toMatchObject({ body: { code: 'role.holds_something' } });
    await shop.request('eleni', 'patch', `/api/customers/${maria}`, { deputyId: null });
    const absence = { colleagueId: shop.eleni, fromOn: '2026-03-09', untilOn: '2026-03-13', standInId: shop.nikos };
    const { body } = await shop.request<{ id: string }>('eleni', 'post', '/api/absences', absence);
    expect(await makeReader(shop.nikos)).toMatchObject({ body: { code: 'role.holds_something' } });
    await shop.request('eleni', 'delete', `/api/absences/${body.id}`);
    expect((await makeReader(shop.nikos)).status).toBe(204);
  });

  test('by invitation neither, to a colleague without an account who looks after customers', async () => {
    await shop.request('eleni', 'patch', `/api/customers/${maria}`, { ownerId: shop.nikos });
    const told = { name: 'Nikos', email: 'nikos@example.com', colleagueId: shop.nikos };
    expect(await shop.request('eleni', 'post', '/api/invitations', { ...told, role: 'reader' })).toMatchObject({
      body: { code: 'role.holds_something' },
    });
    expect((await shop.request('eleni', 'post', '/api/invitations', { ...told, role: 'colleague' })).status).toBe(200);
  });
});

test('many customers go to nobody who has left', async () => {
  await shop.inside((tx) =>
    tx.client.query('update colleague set suspended_at = now(), suspended_by = $1 where id = $2', [shop.eleni, shop.nikos]),
  );
  await expect(shop.inside((tx) => changeMany(tx, shop.now(), shop.eleni, [maria], { ownerId: shop.nikos }))).rejects.toThrow(
    'customer.owner_unknown',
  );
});
