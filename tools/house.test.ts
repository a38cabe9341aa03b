import { expect, test } from 'vitest';
import { features } from '#app/features.ts';
import { featuresOf, filesOf, floorsOf, textOf } from './tree.ts';

const testFile = /\.test\.tsx?$/;

test('a feature is a folder of README, contract, domain, server, web and messages, and nothing else', () => {
  const allowed = ['README.md', 'api.ts', 'api', 'domain', 'server', 'web', 'messages'];
  const others = filesOf('src/features/*/*').filter((path) => !allowed.includes(path.split('/')[3] ?? ''));
  expect(others).toEqual([]);
});

test('every feature has a README for a shop owner', () => {
  expect(featuresOf().filter((name) => filesOf(`src/features/${name}/README.md`).length === 0)).toEqual([]);
});

test('every layer of a feature has a door', () => {
  const layers = [
    ...new Set(filesOf('src/features/*/{domain,server,web}/**/*.{ts,tsx}').map((path) => path.split('/').slice(0, 4).join('/'))),
  ];
  expect(layers.filter((layer) => filesOf(`${layer}/index.ts`).length === 0)).toEqual([]);
});

test('doors list what they open, name by name', () => {
  const open = filesOf('src/**/*.{ts,tsx}').filter((path) => /^export \* /m.test(textOf(path)));
  expect(open).toEqual([]);
});

test('a door only opens: its code stands behind it', () => {
  const doors = filesOf('src/features/*/{domain,server}/index.ts');
  const busy = doors.filter((path) => /^(export )?(async )?(function|const|let|class) /m.test(textOf(path)));
  expect(busy).toEqual([]);
});

test('every function at a door says what it does', () => {
  const silent: string[] = [];
  for (const door of filesOf('src/features/*/{domain,server}/index.ts')) {
    for (const [, names = '', file = ''] of textOf(door).matchAll(/^export \{([^}]+)\} from '\.\/([^']+)';/gm)) {
      const path = `${door.slice(0, door.lastIndexOf('/'))}/${file}`;
      for (const name of names.split(',').map((one) => one.trim())) {
        if (!name.startsWith('type ') && saysNothingOf(textOf(path), name.split(' as ')[0] ?? '')) silent.push(`${path}: ${name}`);
      }
    }
  }
  expect(silent).toEqual([]);
});

function saysNothingOf(code: string, name: string): boolean {
  const lines = code.split('\n');
  const at = lines.findIndex((line) => new RegExp(`^export (async )?function\\*? ${name}\\b`).test(line));
  return at >= 0 && !lines[at - 1]?.endsWith('*/');
}

test('every feature has a floor, and only one', () => {
  const floors = floorsOf().flat();
  expect(featuresOf().filter((name) => !floors.includes(name))).toEqual([]);
  expect(floors.filter((name, index) => floors.indexOf(name) !== index)).toEqual([]);
});

test('the composition knows every feature with a server, from the lowest floor to the highest', () => {
  const composed = features.map(({ name }) => name);
  const withServer = featuresOf().filter((name) => filesOf(`src/features/${name}/server/index.ts`).length > 0);
  expect(composed.toSorted()).toEqual(withServer);
  const floors = composed.map((name) => floorsOf().findIndex((floor) => floor.includes(name)));
  expect(floors).toEqual(floors.toSorted((a, b) => a - b));
});

test('SQL stands only in stores', () => {
  const files = filesOf('src/features/*/server/**/*.ts').filter((path) => !testFile.test(path) && !/(store|tables)\.ts$/.test(path));
  expect(files.filter((path) => /\.client\b|\.over</.test(textOf(path)))).toEqual([]);
});

test('a store asks no table that another feature owns', () => {
  const ownerOf = new Map<string, string>();
  for (const path of filesOf('src/features/*/server/**/tables.ts')) {
    for (const [, table = ''] of textOf(path).matchAll(/^ {2}(\w+): (\{$|\w+;)/gm)) ownerOf.set(table, featureOf(path));
  }
  // What all features share by design is one row a customer, each filling its own columns.
  ownerOf.delete('customer_summary');
  const trespasses: string[] = [];
  for (const path of filesOf('src/features/*/server/**/*.ts').filter((one) => !testFile.test(one))) {
    const named = textOf(path).matchAll(/\b(?:from|join|into|update|using|copy)\s+(\w+)|(?:From|Into|Table|Join)\(\s*'(\w+)/g);
    for (const [, raw, typed] of named) {
      const table = raw ?? typed ?? '';
      const owner = ownerOf.get(table);
      if (owner !== undefined && owner !== featureOf(path)) trespasses.push(`${path}: ${table} belongs to ${owner}`);
    }
  }
  expect(trespasses).toEqual([]);
});

function featureOf(path: string): string {
  return path.split('/')[2] ?? '';
}

test('every test file is run', () => {
  const places = [/^src\/.*\/(domain|web|server)\//, /^src\/(kit\/contract|fixtures|app)\//, /^(bench|tools|e2e)\//];
  const lost = filesOf(['src/**/*.test.{ts,tsx}', '{bench,tools,e2e}/**/*.test.ts']).filter(
    (path) => !places.some((place) => place.test(path)),
  );
  expect(lost).toEqual([]);
});
