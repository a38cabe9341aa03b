import { expect, test } from 'vitest';
import { buildSmallHouse } from './small-house.ts';

/** A house in which each file but the innocent breaks the rule it is listed under. */
const trespasses: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'doors-only': {
    'src/features/promises/server/actions.ts': "import { hidden } from '#features/people/server/store.ts'; export const a = hidden;",
    'src/features/promises/web/types.ts': "import type { Hidden } from '#features/people/server/store.ts'; export type A = Hidden;",
  },
  'doors-only-from-outside': {
    'src/app/features.ts': "import { hidden } from '#features/people/server/store.ts'; export const a = hidden;",
  },
  'floor-of-people': {
    'src/features/people/domain/index.ts': "import { due } from '#features/promises/domain/index.ts'; export const b = due;",
  },
  'floor-of-promises': {
    'src/features/promises/domain/peer.ts': "import type { Peer } from '#features/cadence/domain/index.ts'; export type A = Peer;",
  },
  'floor-unknown': {
    'src/features/nowhere/domain/index.ts': "import { due } from '#features/promises/domain/index.ts'; export const c = due;",
  },
  'domain-imports-only-domain': {
    'src/features/promises/domain/fetches.ts': "import { z } from 'zod'; export const d = z;",
    'src/features/promises/domain/reads.ts': "import { readFileSync } from 'node:fs'; export const e = readFileSync;",
    'src/kit/domain/leans.ts': "import type { Hidden } from '#kit/server/tool.ts'; export type F = Hidden;",
  },
  'contract-is-for-both-sides': { 'src/features/promises/api.ts': "import { tool } from '#kit/server/tool.ts'; export const g = tool;" },
  'web-never-server': { 'src/features/promises/web/page.tsx': "import { tool } from '#kit/server/tool.ts'; export const h = tool;" },
  'web-never-node': { 'src/kit/web/path.ts': "import { join } from 'node:path'; export const i = join;" },
  'web-knows-contracts-by-type': { 'src/features/promises/web/schema.ts': "import { g } from '../api.ts'; export const j = g;" },
  'server-never-web': {
    'src/features/promises/server/page.ts': "import { h } from '../web/page.tsx'; export const k = h;",
    'src/kit/server/react.ts': "import { memo } from 'react'; export const l = memo;",
  },
  'kit-knows-no-business': {
    'src/kit/server/business.ts': "import { a } from '#features/promises/server/actions.ts'; export const m = a;",
  },
  'nothing-imports-app': { 'src/features/promises/server/app.ts': "import { a } from '#app/features.ts'; export const n = a;" },
  'fixtures-are-for-tests-and-the-sample': {
    'src/features/promises/server/sample.ts': "import { world } from '#fixtures/world.ts'; export const o = world;",
  },
  'sql-only-in-stores': { 'src/features/promises/server/jobs.ts': "import { sql } from 'kysely'; export const p = sql;" },
  'components-and-charts-only-in-kit': {
    'src/features/promises/web/button.tsx': "import { Button } from 'react-aria-components'; export const q = Button;",
  },
  'no-cycles': { 'src/kit/domain/one.ts': "import { two } from './two.ts'; export const one = () => two;" },
  'everything-is-found': { 'src/kit/domain/lost.ts': "import { lost } from './nowhere.ts'; export const r = lost;" },
  'the-product-runs-without-development-packages': { 'src/kit/server/dev.ts': "import { test } from 'vitest'; export const s = test;" },
};

const innocent: Readonly<Record<string, string>> = {
  'src/features/people/server/store.ts': "import { sql } from 'kysely'; export const hidden = sql; export type Hidden = 1;",
  'src/features/people/domain/name.ts': 'export const name = 1;',
  'src/features/promises/domain/index.ts': "import { name } from '../../people/domain/index.ts'; export const due = name;",
  'src/features/cadence/domain/index.ts': 'export type Peer = 1;',
  'src/features/promises/server/store.ts':
    "import type { Kysely } from 'kysely'; export async function read() { await using held = await open(); return held; }",
  'src/features/promises/server/index.test.ts':
    "import { world } from '#fixtures/world.ts'; import { test } from 'vitest'; test(world, () => {});",
  'src/features/promises/web/list.tsx':
    "import type { g } from '../api.ts'; import { memo } from 'react'; export const t = memo; export type G = typeof g;",
  'src/fixtures/world.ts': "export const world = 'a small business';",
  // The other half of the circle; the rule names one of the two.
  'src/kit/domain/two.ts': "import { one } from './one.ts'; export const two = () => one;",
  'src/kit/server/tool.ts': 'export const tool = 1; export type Hidden = 1;',
};

test('each rule of the house notices who breaks it, and nobody else', { timeout: 60_000 }, async () => {
  const guilty = Object.fromEntries(Object.values(trespasses).flatMap((files) => Object.entries(files)));
  const house = buildSmallHouse([], { ...innocent, ...guilty });
  try {
    const said = await house.run('depcruise', '--config', '.dependency-cruiser.js', '--no-cache', '--output-type', 'json', 'src');
    const { summary } = JSON.parse(said) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    const found = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
    const expected = Object.entries(trespasses).flatMap(([rule, files]) => Object.keys(files).map((file) => `${rule}: ${file}`));
    // A trespass may break a second rule as well; what stands innocent may break none.
    expect(expected.filter((one) => !found.includes(one))).toEqual([]);
    expect(found.filter((one) => Object.keys(innocent).some((file) => one.endsWith(`: ${file}`)))).toEqual([]);
  } finally {
    house.tearDown();
  }
});
