import { fitAndScore } from '#features/purchases/domain/index.ts';
import type { ScoredCustomers } from '#features/purchases/domain/index.ts';
import { CDNOW, simulateCustomers } from '#fixtures/simulated-customers.ts';

const TERMS = { marginShare: 0.3, yearlyDiscountRate: 0.1, horizonDays: 3 * 365 };

export const bench = {
  name: 'value',
  about: 'fits BG/NBD and gamma-gamma to simulated customers and scores each of them [customers = 1000000] [runs = 7]',
  run: async (args: string[]) => {
    const [customers = 1_000_000, runs = 7] = args.map(Number);
    const simulated = simulateCustomers(customers, 'value');
    const returning = simulated.repeats.reduce((count, repeats) => count + (repeats > 0 ? 1 : 0), 0);
    console.log(`${customers} customers, ${returning} returning, watched for 27 to 39 weeks`);
    const before = process.resourceUsage().maxRSS;

    const times: number[] = [];
    let fits: Pick<ScoredCustomers, 'purchases' | 'spend'> | undefined;
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      const scored = fitAndScore(simulated, TERMS);
      times.push(performance.now() - start);
      if (!scored.ok) throw new Error(scored.failure.code);
      fits = { purchases: scored.value.purchases, spend: scored.value.spend };
    }
    if (fits === undefined) return;
    const { purchases, spend } = fits;
    console.log(
      `both fits and all scores: median ${seconds(median(times))} of ${runs} runs, the first one cold (${times.map(seconds).join(', ')})`,
    );
    const peak = process.resourceUsage().maxRSS;
    console.log(`peak memory ${megabytes(peak)}, of which before the first fit ${megabytes(before)}`);
    console.log(`BG/NBD      ${parametersOf(purchases.parameters)}   log-likelihood ${purchases.logLikelihood.toFixed(1)}`);
    console.log(`  simulated ${parametersOf(CDNOW.purchases)}`);
    console.log(`gamma-gamma ${parametersOf(spend.parameters)}   log-likelihood ${spend.logLikelihood.toFixed(1)}`);
    console.log(`  simulated ${parametersOf(CDNOW.spend)}`);
  },
};

function parametersOf(parameters: Readonly<Record<string, number>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name} ${value.toFixed(3)}`)
    .join('  ');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MiB`;
}
