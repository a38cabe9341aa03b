/**
 * `npm run check`: everything a machine can say about the tree without running the product. The steps run side by side; what a step
 * said is shown only when it fails.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './tree.ts';

type Step = { readonly name: string; readonly command: string };

const folders = ['src', 'bench', 'e2e', 'tools'].filter((folder) => existsSync(join(root, folder))).join(' ');

const steps: readonly Step[] = [
  { name: 'lint', command: 'oxlint --deny-warnings' },
  // One after the other in one process: most of what they do is reading the same tree.
  { name: 'repo rules', command: 'vitest run --project rules --no-isolate --maxWorkers=1 tools/' },
  // One checker a program: each further one works out the same types of the contracts again.
  { name: 'types', command: 'tsc -b --checkers 1 tsconfig.domain.json tsconfig.server.json tsconfig.web.json tsconfig.json' },
  { name: 'boundaries', command: `depcruise --config .dependency-cruiser.js ${folders}` },
  { name: 'dead code', command: 'knip' },
  { name: 'format', command: 'oxfmt --list-different .' },
];

/** The two checkers written in Go spend a third of their time on giving back memory that they are soon done with: they give none back before 3 GiB, of which they need two. */
const memoryForTime = { GOGC: 'off', GOMEMLIMIT: '3GiB' };

type Outcome = { readonly passed: boolean; readonly seconds: number; readonly said: string };

async function run(step: Step): Promise<Outcome> {
  const began = performance.now();
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(step.command, {
    cwd: root,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...memoryForTime, PATH: path, FORCE_COLOR: color() },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const passed = await new Promise<boolean>((resolve) => child.once('close', (code) => resolve(code === 0)));
  return { passed, seconds: (performance.now() - began) / 1000, said };
}

function color(): string {
  return process.stdout.isTTY ? '1' : '0';
}

const began = performance.now();
const failed: string[] = [];
await Promise.all(
  steps.map(async (step) => {
    const { passed, seconds, said } = await run(step);
    console.log(`${passed ? '✓' : '✗'} ${step.name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s`);
    if (passed) return;
    failed.push(step.name);
    console.log(`\n${said.trim()}\n\n  (${step.command})\n`);
  }),
);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
if (failed.length > 0) {
  console.log(`check failed after ${seconds} s: ${failed.join(', ')}. \`npm run fix\` mends what a machine can mend.`);
  process.exitCode = 1;
} else {
  console.log(`all in order after ${seconds} s`);
}
