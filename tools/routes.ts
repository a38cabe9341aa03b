import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Route } from '#kit/contract/route.ts';
import { featuresOf, filesOf, root } from './tree.ts';

export const routesFile = 'tools/routes.txt';

/** Every contract of the house: the route values that each feature's `api.ts`, and the files of its folder `api`, export, by the name they stand under. */
export async function contractRoutes(): Promise<{ name: string; route: Route }[]> {
  const found: { name: string; route: Route }[] = [];
  const seen = new Set<unknown>();
  for (const feature of featuresOf()) {
    for (const file of filesOf([`src/features/${feature}/api.ts`, `src/features/${feature}/api/*.ts`])) {
      const exported = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
      for (const [name, value] of Object.entries(exported)) {
        // The door may hand on what stands in the folder.
        if (!name.endsWith('Api') || seen.has(value)) continue;
        seen.add(value);
        const part = file.endsWith('/api.ts') ? feature : `${feature}.${name.replace(/Api$/, '')}`;
        for (const [operation, route] of Object.entries(value as Record<string, Route>))
          found.push({ name: `${part}.${operation}`, route });
      }
    }
  }
  return found;
}

/** The snapshot of all routes: one line each, so that a change of the interface is seen in review. */
export async function describeRoutes(): Promise<string> {
  const rows = (await contractRoutes()).map(({ name, route }) => [route.method.toUpperCase(), route.path, route.caller, name]);
  const sorted = rows.toSorted(
    ([method = '', path = ''], [otherMethod = '', otherPath = '']) => compare(path, otherPath) || compare(method, otherMethod),
  );
  const width = (column: number) => Math.max(0, ...sorted.map((row) => row[column]?.length ?? 0));
  const widths = [0, 1, 2].map(width);
  const lines = sorted.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [
    '# Every route: method, path, who may call it (see docs/rights.md), name in the contract. Made by `npm run fix`.',
    ...lines,
    '',
  ].join('\n');
}

export async function writeRoutes(): Promise<void> {
  writeFileSync(join(root, routesFile), await describeRoutes());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
