/** `npm run fix`: mends what a machine can mend: lint, format, and the files that are made from others. */
import { execSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { writeEvents } from './events.ts';
import { writeLock } from './lockfile.ts';
import { writePersonNames } from './person-names.ts';
import { writeRights } from './rights.ts';
import { writeRoutes } from './routes.ts';
import { writeSchema } from './schema.ts';
import { root } from './tree.ts';

const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter) };
let left = false;
for (const command of ['oxlint --fix --quiet', 'oxfmt .']) {
  try {
    execSync(command, { cwd: root, stdio: 'inherit', env });
  } catch {
    // It has said what it cannot mend; the rest is mended all the same.
    left = true;
  }
}
writeLock();
writePersonNames();
await writeRoutes();
writeRights();
writeEvents();
await writeSchema();
if (left) process.exitCode = 1;
