import { readFileSync } from 'node:fs';
import { Visitor } from '@swc/core/Visitor.js';

// The visitor that dependency-cruiser walks TypeScript with does not know `using` yet.
const visitStatement = Visitor.prototype.visitStatement;
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement);
  this.visitVariableDeclarators(statement.decls);
  return statement;
};

/** The floors of the house, lowest first: a feature imports only from floors below its own. */
const floors = JSON.parse(readFileSync(new URL('src/app/floors.json', import.meta.url), 'utf8'));

const test = '\\.test\\.tsx?$';
const domain = '^src/(features/[^/]+|kit)/domain/';
const server = '^src/((features/[^/]+|kit)/server/|app/[^/]+\\.ts$)';
const web = '^src/(features/[^/]+|kit|app)/web/';
/** One file, or a folder behind it where there is much to say. */
const contract = '^src/features/[^/]+/api(|/[^/]+)\\.ts$';
const builders = '^src/app/web/vite\\.config\\.ts$';
const packages = (...names) => `^node_modules/(${names.join('|')})(/|$)`;

const forbidden = [
  {
    name: 'doors-only',
    comment: 'Another feature is imported only through its api.ts or the index.ts of its domain, server or web.',
    from: { path: '^src/features/([^/]+)/' },
    to: {
      path: '^src/features/[^/]+/',
      pathNot: ['^src/features/$1/', '^src/features/[^/]+/(api\\.ts|(domain|server|web)/index\\.ts)$'],
    },
  },
  {
    name: 'doors-only-from-outside',
    comment: 'Whoever composes features enters by the same doors as they do. Messages are read as files.',
    from: { path: '^(src/(app|fixtures)|e2e|bench|tools)/' },
    to: {
      path: '^src/features/[^/]+/',
      pathNot: ['^src/features/[^/]+/(api\\.ts|(domain|server|web)/index\\.ts)$', '^src/features/[^/]+/messages/'],
    },
  },
  ...floors.flatMap((names, floor) => names.map((name) => onlyFromBelow(name, floor))),
  {
    name: 'floor-unknown',
    comment: 'A feature has its place in src/app/floors.json before anything else.',
    from: { path: `^src/features/(?!(${floors.flat().join('|')})/)` },
    to: {},
  },
  {
    name: 'domain-imports-only-domain',
    comment: 'Rules of the business are pure: no packages, no Node, no server, no browser.',
    from: { path: domain, pathNot: test },
    to: { pathNot: domain },
  },
  {
    name: 'contract-is-for-both-sides',
    comment: 'A contract is read by server and browser, so it stands on domains and on other contracts.',
    from: { path: [contract, '^src/kit/contract/'], pathNot: test },
    to: { pathNot: [domain, contract, '^src/kit/contract/', packages('zod')] },
  },
  {
    name: 'web-never-server',
    from: { path: web, pathNot: [test, builders] },
    to: {
      path: [
        '^src/(features/[^/]+|kit)/server/',
        '^src/app/[^/]+\\.ts$',
        packages('pg.*', 'kysely', 'hono', '@hono', 'pino', 'graphile-worker', 'better-auth'),
      ],
    },
  },
  {
    name: 'web-never-node',
    from: { path: web, pathNot: [test, builders] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'web-knows-contracts-by-type',
    comment: 'The schemas stay on the server: the browser needs only their types.',
    from: { path: web, pathNot: test },
    to: { path: [contract, '^src/kit/contract/', packages('zod')], pathNot: '^src/kit/web/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'server-never-web',
    from: { path: server },
    to: { path: [web, packages('react.*', '@react-.*', '@tanstack', 'echarts', 'tailwindcss', '@tailwindcss', '@vitejs')] },
  },
  {
    name: 'kit-knows-no-business',
    from: { path: '^src/kit/' },
    to: { path: '^src/(features|app|fixtures)/' },
  },
  {
    name: 'nothing-imports-app',
    from: { path: '^src/', pathNot: '^src/app/' },
    to: { path: '^src/app/' },
  },
  {
    name: 'fixtures-are-for-tests-and-the-sample',
    from: { path: '^src/features/', pathNot: [test, '^src/features/sample/'] },
    to: { path: '^src/fixtures/' },
  },
  {
    name: 'sql-only-in-stores',
    comment: 'The only SQL on a feature’s tables stands in its store.',
    from: { path: '^src/', pathNot: [test, '^src/kit/server/', '/server/.*(store|tables)\\.ts$'] },
    to: { path: packages('kysely', 'pg', 'pg-copy-streams', '@types/pg', '@types/pg-copy-streams') },
  },
  {
    name: 'components-and-charts-only-in-kit',
    comment: 'Pages use the primitives of kit/web, so that the library behind them is met in one place.',
    from: { path: '^src/', pathNot: ['^src/kit/web/', builders] },
    to: { path: packages('react-aria.*', 'react-stately', '@react-aria', '@react-stately', '@internationalized', 'echarts') },
  },
  {
    name: 'no-cycles',
    from: {},
    to: { circular: true },
  },
  {
    name: 'everything-is-found',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'packages-stand-in-package-json',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'the-product-runs-without-development-packages',
    from: { path: '^src/', pathNot: [test, '/testing/', '^src/fixtures/(open-shop|open-accounts)\\.ts$', builders] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

function onlyFromBelow(name, floor) {
  const below = floors.slice(0, floor).flat();
  return {
    name: `floor-of-${name}`,
    comment: `${name} imports only from ${below.join(', ') || 'kit'}.`,
    from: { path: `^src/features/${name}/` },
    to: { path: '^src/features/', pathNot: `^src/features/(${[name, ...below].join('|')})/` },
  };
}

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules'] },
    preserveSymlinks: true,
    exclude: { path: ['^dist/'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'metadata', compress: false },
  },
};
