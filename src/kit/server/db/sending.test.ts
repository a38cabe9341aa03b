import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from './index.ts';
import { useTestDatabase } from '../testing/index.ts';

const clone = useTestDatabase();
let database: Database;

beforeAll(() => {
  database = openDatabase(clone.applicationUrl, { connections: 2 });
});

afterAll(async () => await database.close());

const byZero = 'select $1::integer / 0';

test('what is sent along and fails takes the transaction with it, by its own error', async () => {
  await expect(database.transaction({}, async (tx) => tx.send(byZero, [1]))).rejects.toThrow('division by zero');
  const goesOn = database.transaction({}, async (tx) => {
    tx.send(byZero, [1]);
    return await tx.client.query('select 1');
  });
  await expect(goesOn).rejects.toThrow('division by zero');
  await expect(database.read({}, async (tx) => tx.send(byZero, [1]))).rejects.toThrow('division by zero');
});

test('what failed without anybody passing it on is not acknowledged either', async () => {
  const swallowed = database.transaction({}, async (tx) => {
    await tx.client.query(byZero, [1]).catch(() => {});
    return 'done';
  });
  await expect(swallowed).rejects.toThrow('a statement failed');
  expect(await database.transaction({}, async (tx) => (await tx.client.query('select 1 as one')).rows)).toEqual([{ one: 1 }]);
});
