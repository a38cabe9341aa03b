import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let known: string | undefined;

/** Which Tend this is. */
export function tendVersion(): string {
  known ??= (JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }).version;
  return known;
}
