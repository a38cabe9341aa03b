import { expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { people } from './index.ts';

const shop = openShop([people]);

test('the key customers are listed with the day to look at them again, marked where it has come', async () => {
  expect(await shop.tend('key-customers')).toBe('No key customers yet');
  const maria = await shop.customer({ name: 'Maria' });
  await shop.request('eleni', 'put', `/api/customers/${maria}/key`, { reason: 'Sings', reviewOn: '2026-04-01' });
  expect(await shop.tend('key-customers')).toMatch(/Maria +1 Apr 2026 +Sings/);
  shop.at('2026-04-01T08:00:00Z');
  expect(await shop.tend('key-customers')).toMatch(/Maria +1 Apr 2026 ! +Sings/);
  expect(JSON.parse(await shop.tend('key-customers', '--json'))).toMatchObject({
    customers: [{ name: 'Maria', reviewOn: '2026-04-01', isDue: true }],
  });
});

test('a colleague’s customers are handed over by e-mail address, and to nobody who is not there', async () => {
  await shop.customer({ name: 'Maria', ownerId: shop.nikos });
  await expect(shop.tend('hand-over', '--from', 'nikos@example.com', '--to', 'nobody@example.com')).rejects.toThrow('hand_over.to_unknown');
  expect((await shop.tend('hand-over')).split('\n').toSorted()).toEqual([
    'Eleni: Answers for 0 customers, stands in for 0',
    'Nikos: Answers for 1 customer, stands in for 0',
  ]);
  expect(JSON.parse(await shop.tend('hand-over', '--from', 'Nikos@example.com', '--to', 'eleni@example.com', '--json'))).toMatchObject({
    owned: 1,
  });
  expect(await shop.tend('hand-over')).toContain('Eleni: Answers for 1 customer');
});
