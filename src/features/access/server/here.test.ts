import { expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { colleaguesHere, findOwner, insertColleague, ownersHere, suspendColleague } from './index.ts';

const shop = openShop([]);

test('who has left is no colleague who is here, nor an owner who is told of anything', async () => {
  const zoe = newId();
  const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
  const names = await shop.inside(async (tx) => {
    await insertColleague(tx, { ...seat, id: zoe, name: 'Zoe', email: 'zoe@example.com', role: 'owner' });
    const before = (await ownersHere(tx)).map(({ name }) => name);
    await suspendColleague(tx, shop.now(), zoe, shop.eleni);
    return [before, (await colleaguesHere(tx)).map(({ name }) => name), (await ownersHere(tx)).map(({ name }) => name)];
  });
  expect(names.map((some) => some.toSorted())).toEqual([['Eleni', 'Zoe'], ['Nikos', 'Zoe'], ['Zoe']]);
  expect(await shop.inside(findOwner)).toBe(zoe);
});
