import { expect, test } from 'vitest';
import { migrations, releasedMigrations } from './migrations.ts';
import { filesOf } from './tree.ts';

test('migrations are numbered one after the other and named by what they bring', () => {
  const names = migrations().map(({ name }) => name);
  expect(names.filter((name) => !/^\d{4}_[a-z]+(_[a-z]+)*\.sql$/.test(name))).toEqual([]);
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
});

test('a migration that was released does not change and does not go', () => {
  const standing = Object.fromEntries(migrations().map(({ name, checksum }) => [name, checksum]));
  const released = releasedMigrations();
  expect(Object.fromEntries(Object.keys(released).map((name) => [name, standing[name]])), 'write a further migration instead').toEqual(
    released,
  );
});

test('a new migration comes after those that were released', () => {
  const released = releasedMigrations();
  const last = Object.keys(released).toSorted().at(-1) ?? '';
  expect(migrations().filter(({ name }) => !(name in released) && name < last)).toEqual([]);
});

test('nothing else lies among the migrations', () => {
  expect(filesOf('db/migrations/*').filter((path) => !path.endsWith('.sql'))).toEqual(['db/migrations/checksums.json']);
});
