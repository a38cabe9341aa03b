import { afterAll, expect, test } from 'vitest';
import { buildSmallHouse } from './small-house.ts';

const house = buildSmallHouse([], {
  'src/features/promises/domain/clock.ts': 'export const born = new Date();\n',
  'src/features/promises/domain/now.ts': 'export const now = Temporal.Now.instant();\n',
  'src/features/promises/domain/chance.ts': 'export const chance = Math.random();\n',
  'src/features/promises/domain/any.ts': 'export const any: any = 1;\n',
  'src/features/promises/domain/sure.ts': "export const sure = ['a'][0]!;\n",
  'src/features/promises/domain/default.ts': 'export default 1;\n',
  'src/features/promises/domain/process.ts': 'export const where = process.env;\n',
  'src/features/promises/domain/fetch.ts': "export const asked = fetch('/api');\n",
  'src/features/promises/domain/index-may-miss.ts': "export const first: string = ['a'][0];\n",
  'src/features/promises/domain/long.ts': Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};\n`).join(''),
  'src/features/promises/server/window.ts': 'export const shown = document.title;\n',
  'src/features/promises/web/file.ts': 'export const where = process.cwd();\n',
  'src/features/promises/server/clock.ts': 'export const born = new Date();\n',
  'src/features/promises/web/title.ts': 'export const shown = document.title;\n',
});
afterAll(() => house.tearDown());

test(
  'the domain has no clock and no chance; nobody has any, certainty by assertion, a nameless export or a file too long',
  { timeout: 60_000 },
  async () => {
    const said = await house.run('oxlint', '--format', 'unix', 'src');
    const found = [...said.matchAll(/^src\/features\/promises\/(\S+?):\d+:\d+: .*\[Error\/\w+\(([\w-]+)\)\]$/gm)].map(
      ([, file, rule]) => `${file}: ${rule}`,
    );
    expect(new Set(found)).toEqual(
      new Set([
        'domain/clock.ts: no-restricted-globals',
        'domain/now.ts: no-restricted-properties',
        'domain/chance.ts: no-restricted-properties',
        'domain/any.ts: no-explicit-any',
        'domain/sure.ts: no-non-null-assertion',
        'domain/default.ts: no-default-export',
        'domain/long.ts: max-lines',
      ]),
    );
  },
);

test('what a side may not use does not compile there', { timeout: 60_000 }, async () => {
  const said = await Promise.all(
    ['domain', 'server', 'web'].map((side) =>
      house.run('tsc', '-p', `tsconfig.${side}.json`, '--incremental', 'false', '--pretty', 'false'),
    ),
  );
  const found = [...said.join('\n').matchAll(/^src\/features\/promises\/(\S+?)\(/gm)].map(([, file]) => file);
  expect(new Set(found)).toEqual(
    new Set(['domain/process.ts', 'domain/fetch.ts', 'domain/index-may-miss.ts', 'server/window.ts', 'web/file.ts']),
  );
});
