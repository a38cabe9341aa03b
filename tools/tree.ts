import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '..');

/** Files of the repository by pattern, as paths from its root with `/`, sorted. */
export function filesOf(patterns: string | readonly string[], under: string = root): string[] {
  return globSync([patterns].flat(), { cwd: under, exclude: ['**/node_modules/**', 'dist/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

export function textOf(path: string, under: string = root): string {
  return readFileSync(join(under, path), 'utf8');
}

/** Names of the features that have a folder. */
export function featuresOf(under: string = root): string[] {
  return [...new Set(filesOf('src/features/*/*', under).map((path) => path.split('/')[2] ?? ''))];
}

/** The floors of the house, lowest first. */
export function floorsOf(under: string = root): string[][] {
  return JSON.parse(textOf('src/app/floors.json', under)) as string[][];
}
