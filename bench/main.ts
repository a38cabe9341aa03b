import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One measurement: `npm run bench -- NAME [arguments]`. Figures are printed side by side in one run, medians of several. */
export type Bench = {
  readonly name: string;
  readonly about: string;
  readonly run: (args: string[]) => Promise<void>;
};

const [wanted, ...args] = process.argv.slice(2);
const chosen = wanted === undefined ? undefined : await benchCalled(wanted);
if (chosen) {
  await chosen.run(args);
} else {
  console.log('npm run bench -- NAME\n');
  for (const file of readdirSync(import.meta.dirname)) {
    const name = file.replace(/\.ts$/, '');
    const bench = await benchCalled(name);
    if (bench) console.log(`  ${name.padEnd(12)} ${bench.about}`);
  }
  process.exitCode = wanted === undefined ? 0 : 2;
}

/** A bench is the file of its name. Only the one asked for is loaded, so that what it says of memory is its own. */
async function benchCalled(name: string): Promise<Bench | undefined> {
  const file = join(import.meta.dirname, `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || name === 'main' || !existsSync(file)) return undefined;
  return ((await import(file)) as { bench?: Bench }).bench;
}
