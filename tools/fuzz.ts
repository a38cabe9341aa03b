/** `npm run test:fuzz [-- REQUESTS [SEED]]`: many generated requests to every route; see src/app/fuzz.test.ts. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './tree.ts';

const [requests = '20000', seed] = process.argv.slice(2);
const env = { ...process.env, TEND_FUZZ_REQUESTS: requests, ...(seed === undefined ? {} : { TEND_FUZZ_SEED: seed }) };
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
process.exitCode = spawnSync(process.execPath, [vitest, 'run', 'src/app/fuzz.test.ts'], { cwd: root, env, stdio: 'inherit' }).status ?? 1;
