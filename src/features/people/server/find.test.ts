import { expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { contactsOf, findCustomers, people } from './index.ts';

const shop = openShop([people]);

async function found(typed: string, most = 50): Promise<string[]> {
  return await shop.inside(async (tx) => {
    const contacts = await contactsOf(tx, await findCustomers(tx, typed, most));
    return [...contacts.values()].map(({ name }) => name).toSorted();
  });
}

test('a customer is found in any script, by the beginning of any word, in any order', async () => {
  await shop.customer({ name: 'Μαρία Γεωργίου', externalId: '17850' });
  await shop.customer({ name: 'Ђорђе Петровић' });
  await shop.customer({ name: 'Նարե Հակոբյան' });
  await shop.customer({ name: 'علی یوسفی' });
  expect(await found('georgiou')).toEqual(['Μαρία Γεωργίου']);
  expect(await found('γεω μαρ')).toEqual(['Μαρία Γεωργίου']);
  expect(await found('djordje')).toEqual(['Ђорђе Петровић']);
  expect(await found('hakobyan')).toEqual(['Նարե Հակոբյան']);
  expect(await found('یوسفی')).toEqual(['علی یوسفی']);
  expect(await found('17850')).toEqual(['Μαρία Γεωργίου']);
  expect(await found('maria petrovic')).toEqual([]);
});

test('nothing typed finds nobody, and what means something to a pattern is taken as it is', async () => {
  await shop.customer({ name: 'Maria' });
  expect(await found('   ')).toEqual([]);
  expect(await found('%')).toEqual([]);
  expect(await found('_____')).toEqual([]);
});

test('no more are found than asked for', async () => {
  for (const name of ['Maria A', 'Maria B', 'Maria C']) await shop.customer({ name });
  expect((await found('maria', 2)).length).toBe(2);
});

test('the shop next door finds only its own', async () => {
  const id = await shop.customer({ name: 'Maria' });
  expect(await shop.nextDoor((tx) => findCustomers(tx, 'maria', 10))).toEqual([]);
  expect((await shop.nextDoor((tx) => contactsOf(tx, [id]))).size).toBe(0);
});
