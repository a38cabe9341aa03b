import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSmallHouse } from './small-house.ts';
import { textOf } from './tree.ts';

// A copy of the house, with a feature that was not there before.
const house = buildSmallHouse(['src', 'db', 'tools', '*.md']);
const made = 'src/features/bright-wishes';

beforeAll(async () => {
  const about = 'What a customer would love to see here.';
  await house.run('node', 'tools/new-feature.ts', 'bright-wishes', '--one', 'bright-wish', '--floor', '3', '--about', about);
});

afterAll(() => house.tearDown());

test('is what the types, the lint, the boundaries and the format ask for', { timeout: 180_000 }, async () => {
  const said = await Promise.all([
    house.run('tsc', '-p', 'tsconfig.json', '--incremental', 'false', '--pretty', 'false'),
    house.run('oxlint', '--format', 'unix', made),
    house.run('depcruise', '--config', '.dependency-cruiser.js', '--no-cache', 'src'),
    house.run('oxfmt', '--list-different', made, 'src/app/features.ts', 'src/app/web/pages.ts', 'src/app/floors.json'),
  ]);
  const aboutIt = said
    .join('\n')
    .split('\n')
    .filter((line) => line.includes('bright-wish') || line.startsWith('src/app/'));
  expect(aboutIt).toEqual([]);
});

test('passes its own tests, on the rules and on the database', { timeout: 180_000 }, async () => {
  await house.run('vitest', 'run', '--project', 'rules', '--project', 'server', '--reporter', 'json', '--outputFile', 'results.json', made);
  const { numPassedTests, numFailedTests } = JSON.parse(textOf('results.json', house.folder)) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  expect({ numPassedTests, numFailedTests }).toEqual({ numPassedTests: 4, numFailedTests: 0 });
});

test('is not made twice', async () => {
  expect(await house.run('node', 'tools/new-feature.ts', 'bright-wishes', '--one', 'bright-wish')).toContain('stands already');
});
