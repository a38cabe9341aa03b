import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeEvents, eventsFile } from './events.ts';
import { completeLock, readLock } from './lockfile.ts';
import { describePersonNames, personNamesFile } from './person-names.ts';
import { describeRights, rightsFile } from './rights.ts';
import { contractRoutes, describeRoutes, routesFile } from './routes.ts';
import { madeFrom, schemaFile } from './schema.ts';
import { textOf } from './tree.ts';

test('tools/routes.txt lists every route, with its method, its path and who may call it', async () => {
  expect(await describeRoutes(), 'npm run fix writes it anew').toBe(textOf(routesFile));
});

test('docs/rights.md says who may do what, as the table of rights has it', () => {
  expect(describeRights(), 'npm run fix writes it anew').toBe(textOf(rightsFile));
});

test('docs/webhooks.md lists every kind of event, as the features describe them', () => {
  expect(describeEvents(), 'npm run fix writes it anew').toBe(textOf(eventsFile));
});

test('no two operations share a route', async () => {
  const routes = (await contractRoutes()).map(({ route }) => `${route.method} ${route.path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
});

test('paths speak plainly: under /api/, lower case, words joined by hyphens', async () => {
  // A calendar's address is one that people see, in a program that is not ours.
  const paths = (await contractRoutes()).map(({ route }) => route.path).filter((path) => path !== '/calendar/{file}');
  expect(paths.filter((path) => !/^\/api(\/([a-z]+(-[a-z]+)*|\{[a-zA-Z]+\}))+(\.[a-z]+)?$/.test(path))).toEqual([]);
});

test('a list that goes on is continued with `after` and what it called `next`', async () => {
  const keysOf = (schema: z.core.$ZodType | undefined) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
  const odd = (await contractRoutes()).filter(
    ({ route }) => keysOf(route.answer).includes('next') !== keysOf(route.query).includes('after'),
  );
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('db/schema.sql was made from the migrations as they stand', () => {
  expect(textOf(schemaFile).split('\n')[1], 'npm run fix writes it anew').toBe(madeFrom());
});

test('the rules for names are those of the CLDR release that is installed', () => {
  expect(textOf(personNamesFile), 'npm run fix writes them anew').toBe(describePersonNames());
});

test('package-lock.json holds what each platform needs, not only the one it was written on', () => {
  const missing = Object.keys(completeLock(readLock()).packages).filter((path) => !(path in readLock().packages));
  expect(missing, 'npm run fix puts them in').toEqual([]);
});
