import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One measurement: `npm run bench -- NAME [arguments]`. Figures are printed side by side in one run, medians of several. */
export type Bench = {
  readonly name: string;
  readonly about: string;
  readonly run: (args: string[]) => Promise<void>;
};

const benches: Bench[] = [];
for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !/^(main|database)\.ts$|\.test\.ts$/.test(name))) {
  const module = (await import(join(import.meta.dirname, file))) as { bench?: Bench };
  if (module.bench) benches.push(module.bench);
}

const [wanted, ...args] = process.argv.slice(2);
const chosen = benches.find((bench) => bench.name === wanted);
if (chosen) {
  await chosen.run(args);
} else {
  console.log('npm run bench -- NAME\n');
  for (const bench of benches) console.log(`  ${bench.name.padEnd(12)} ${bench.about}`);
  process.exitCode = wanted ? 2 : 0;
}
