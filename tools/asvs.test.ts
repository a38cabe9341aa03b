import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, root, textOf } from './tree.ts';

const file = 'docs/security-asvs.md';
const rows = textOf(file)
  .split('\n')
  .flatMap((line) => {
    const [, number = '', verdict = '', how = ''] = /^\| (\d+\.\d+\.\d+) \| [^|]* \| ([^|]*) \| (.*) \|$/.exec(line) ?? [];
    return number === '' ? [] : [{ number, verdict, how }];
  });
const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts);
const tests = new Set(filesOf('{src,e2e,tools}/**/*.test.{ts,tsx}').map((path) => basename(path)));

/** The tests, scripts and documents that a row names. */
function namedIn(how: string): { tests: string[]; scripts: string[]; documents: string[] } {
  const all = (pattern: RegExp) => [...how.matchAll(pattern)].map((found) => found[1] ?? '');
  return {
    tests: all(/`([^`]+\.test\.tsx?)`/g),
    scripts: all(/`npm run ([\w:]+)/g),
    documents: all(/\]\(([^)#]*)[^)]*\)/g),
  };
}

test('every requirement that is held names what holds it, or where it was read', () => {
  const silent = rows.filter(({ verdict, how }) => {
    const named = namedIn(how);
    return verdict === 'held' && named.tests.length + named.scripts.length + named.documents.length === 0 && !/\bBy reading: /.test(how);
  });
  expect(silent.map(({ number }) => number)).toEqual([]);
});

test('what is named is there', () => {
  const wrong = rows.flatMap(({ number, how }) => {
    const named = namedIn(how);
    return [
      ...named.tests.filter((name) => !tests.has(basename(name))),
      ...named.scripts.filter((name) => !scripts.includes(name)),
      ...named.documents.filter((path) => path !== '' && filesOf(join('docs', path)).length === 0),
    ].map((name) => `${number}: ${name}`);
  });
  expect(wrong).toEqual([]);
});

test('what is counted in the beginning is what stands in the rows', () => {
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const [held, partly, not, none] = ['held', 'partly', 'not held', 'does not apply'].map(count);
  expect(textOf(file)).toContain(`Of ${rows.length} requirements ${held} are held, ${partly} partly, ${not} not, and ${none} are about`);
});
