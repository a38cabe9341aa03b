import { expect, test } from 'vitest';
import { describeRoutes } from './routes.ts';
import { takeApart, wordsOf } from './source.ts';
import { filesOf, textOf } from './tree.ts';

/** Words that others chose for their own things, which our code has to call by name. */
const foreign = [
  // connections of node-postgres, caches of TanStack Query
  /\bclient\b|\b(pg\.|Pool)Client\b|\b(make|use)?[qQ]ueryClient\w*/g,
  // the Model Context Protocol
  /\b(Stdio|StreamableHTTP)?Client(Transport)?\b|\bgetClientCapabilities\b/g,
  // the browser
  /\bclient(X|Y|Width|Height)\b|\buserAgent\w*|\buserVisibleOnly\b|\bgetBoundingClientRect\b/g,
];

/** Files that speak a library's own language. */
const translators = [
  'src/features/access/server/authentication.ts',
  'src/features/access/server/identity.ts',
  'src/features/access/server/second-factor.ts',
  'src/features/access/server/proven-session.ts',
  // passkeys, as browsers and devices call their parts
  'src/features/access/api/ways-in.ts',
  'src/features/access/server/passkeys.ts',
  'src/features/access/server/passkeys.test.ts',
  'src/features/access/web/passkeys.ts',
  'src/fixtures/passkey-device.ts',
  // OpenID Connect
  'src/features/access/server/provider.ts',
  'src/features/access/server/provider.test.ts',
  'src/features/access/server/provider-down.test.ts',
  'src/fixtures/testing/sign-on/oidc-provider.d.ts',
  'src/fixtures/testing/sign-on/open-provider.ts',
  'src/fixtures/testing/sign-on/provider-process.ts',
];

function wordsNotUsed(): Map<string, string> {
  const instead = new Map<string, string>();
  for (const [, word = '', not = ''] of textOf('GLOSSARY.md').matchAll(/^\| ([^|]+) \|[^|]+\| ([^|]*) ?\|$/gm)) {
    for (const one of not.split(',').map((text) => text.trim())) if (/^[a-z]+$/.test(one) && word !== 'word') instead.set(one, word);
  }
  return instead;
}

const instead = wordsNotUsed();

function strayWords(code: string): string[] {
  const own = foreign.reduce((text, pattern) => text.replaceAll(pattern, ''), code);
  const used = new Set((own.match(/[A-Za-z_$][\w$]*/g) ?? []).flatMap(wordsOf));
  return [...used].filter((word) => instead.has(word) || instead.has(word.replace(/s$/, '')));
}

test('the glossary says which words are not used', () => {
  expect(instead.get('client')).toBe('customer');
  expect(instead.size).toBeGreaterThan(20);
});

test('features name things by the glossary', () => {
  const files = filesOf('src/{features,app,fixtures}/**/*.{ts,tsx}').filter((path) => !translators.includes(path));
  const stray = files.flatMap((path) =>
    strayWords(`${path.replaceAll(/[-./]/g, ' ')} ${takeApart(path).code}`).map((word) => `${path}: ${word}`),
  );
  expect(stray).toEqual([]);
});

test('tables and columns are named by the glossary', () => {
  const names = [...textOf('db/schema.sql').matchAll(/^(?:create table | {2})([a-z_]+)/gm)].map(([, name = '']) => name);
  // The columns of a session are those that the sign-in library writes.
  const stray = names.filter((name) => name !== 'user_agent').flatMap(strayWords);
  expect(stray).toEqual([]);
});

test('addresses are named by the glossary', async () => {
  expect(strayWords((await describeRoutes()).replaceAll('-', ' '))).toEqual([]);
});

test('comments are written in English', () => {
  const foreignComments = filesOf('{src,bench,e2e,tools}/**/*.{ts,tsx}').flatMap((path) =>
    // An example in another script is welcome; a sentence is not.
    takeApart(path)
      .comments.filter((comment) => (comment.match(/[\p{L}--[A-Za-z]]/gv)?.length ?? 0) > 2 * (comment.match(/[A-Za-z]/g)?.length ?? 0))
      .map((comment) => `${path}: ${comment}`),
  );
  expect(foreignComments).toEqual([]);
});
