import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOf, root, textOf } from './tree.ts';

// A copy of the house, with a feature that was not there before.
const house = mkdtempSync(join(tmpdir(), 'tend-new-feature-'));
const made = 'src/features/bright-wishes';

beforeAll(async () => {
  for (const path of filesOf(['src', 'db', 'tools', '*.{json,ts,md}', '.dependency-cruiser.js', '.oxlintrc.json', '.oxfmtrc.json'])) {
    cpSync(join(root, path), join(house, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  await run(
    'node',
    'tools/new-feature.ts',
    'bright-wishes',
    '--one',
    'bright-wish',
    '--floor',
    '3',
    '--about',
    'What a customer would love to see here.',
  );
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

test('is what the types, the lint, the boundaries and the format ask for', { timeout: 180_000 }, async () => {
  const said = await Promise.all([
    run('tsc', '-p', 'tsconfig.json', '--incremental', 'false', '--pretty', 'false'),
    run('oxlint', '--format', 'unix', made),
    run('depcruise', '--config', '.dependency-cruiser.js', '--no-cache', 'src'),
    run('oxfmt', '--list-different', made, 'src/app/features.ts', 'src/app/web/pages.ts', 'src/app/floors.json'),
  ]);
  const aboutIt = said
    .join('\n')
    .split('\n')
    .filter((line) => line.includes('bright-wish') || line.startsWith('src/app/'));
  expect(aboutIt).toEqual([]);
});

test('passes its own tests, on the rules and on the database', { timeout: 180_000 }, async () => {
  await run('vitest', 'run', '--project', 'rules', '--project', 'server', '--reporter', 'json', '--outputFile', 'results.json', made);
  const { numPassedTests, numFailedTests } = JSON.parse(textOf('results.json', house)) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  expect({ numPassedTests, numFailedTests }).toEqual({ numPassedTests: 4, numFailedTests: 0 });
});

test('is not made twice', async () => {
  expect(await run('node', 'tools/new-feature.ts', 'bright-wishes', '--one', 'bright-wish')).toContain('stands already');
});

async function run(program: string, ...words: string[]): Promise<string> {
  const file = join(root, 'node_modules/.bin', program);
  const env = { ...process.env, FORCE_COLOR: '0', CI: '' };
  const [command, before] = program === 'node' ? [process.execPath, []] : [process.execPath, [file]];
  const outcome = await promisify(execFile)(command, [...before, ...words], { cwd: house, env, maxBuffer: 1 << 26 }).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return `${outcome.stdout}${outcome.stderr}`;
}
