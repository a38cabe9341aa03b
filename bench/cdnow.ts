import { existsSync, readFileSync } from 'node:fs';
import { expectedIfAlive, fitBgNbd, fitGammaGamma, HistoryBook, probabilityAlive, SpendBook } from '#features/purchases/domain/index.ts';
import type { BgNbd } from '#features/purchases/domain/index.ts';

/** What Fader, Hardie and Lee (2005) and Fader and Hardie (2013) print for this file, digit by digit. */
export const PUBLISHED = {
  purchases: { r: '0.243', alpha: '4.414', a: '0.793', b: '2.426', logLikelihood: '-9582.4' },
  spend: { p: '6.25', q: '3.74', v: '15.44', logLikelihood: '-4055.9' },
};

/** 39 weeks to learn from, 39 to foretell. */
const FIRST_DAY = dayOf('19970101');
const LAST_LEARNED = dayOf('19970930');
const LAST_DAY = dayOf('19980630');

type Customer = { readonly days: readonly number[]; readonly totals: readonly number[] };
type History = { readonly repeats: number; readonly recency: number; readonly age: number; readonly later: number };

/** Where the published one-in-ten sample of CDNOW lies, if it does: an argument, `TEND_CDNOW`, or beside the repository. */
export function cdnowFile(given: string | undefined): string | undefined {
  const path = given ?? process.env['TEND_CDNOW'] ?? '../shared/data/cdnow-sample.txt';
  return existsSync(path) ? path : undefined;
}

/** Both models fitted to the first 39 weeks, as printed, and what each customer did then and later. */
export function refit(path: string) {
  const book = new HistoryBook();
  const spends = new SpendBook();
  const histories: History[] = [];
  for (const { days, totals } of readCustomers(path)) {
    const learned = days.filter((day) => day <= LAST_LEARNED).length;
    const first = days[0] ?? FIRST_DAY;
    const history = {
      repeats: learned - 1,
      recency: (days[learned - 1] ?? first) - first,
      age: LAST_LEARNED - first,
      later: days.length - learned,
    };
    const spent = totals.slice(1, learned).reduce((sum, total) => sum + total, 0);
    book.add(history.repeats, history.recency, history.age);
    spends.add(history.repeats, spent / history.repeats);
    histories.push(history);
  }
  const purchases = fitBgNbd(book.columns());
  const spend = fitGammaGamma(spends);
  if (!purchases.ok) throw new Error(purchases.failure.code);
  if (!spend.ok) throw new Error(spend.failure.code);
  const { r, alpha, a, b } = purchases.value.parameters;
  const { p, q, v } = spend.value.parameters;
  return {
    histories,
    model: purchases.value.parameters,
    customers: purchases.value.customers,
    returning: spend.value.customers,
    found: {
      purchases: {
        r: r.toFixed(3),
        alpha: alpha.toFixed(3),
        a: a.toFixed(3),
        b: b.toFixed(3),
        logLikelihood: purchases.value.logLikelihood.toFixed(1),
      },
      spend: { p: p.toFixed(2), q: q.toFixed(2), v: v.toFixed(2), logLikelihood: spend.value.logLikelihood.toFixed(1) },
    },
  };
}

export const bench = {
  name: 'cdnow',
  about: 'refits the published CDNOW sample and foretells weeks 40 to 78 beside two naive forecasts [file]',
  run: async (args: string[]) => {
    const path = cdnowFile(args[0]);
    if (path === undefined) {
      console.error('bench cdnow: no file. Give the path of cdnow-sample.txt, or set TEND_CDNOW.');
      process.exitCode = 2;
      return;
    }
    const { histories, model, customers, returning, found } = refit(path);
    console.log(`${customers} customers, ${returning} returning, weeks 1 to 39\n`);
    compare('BG/NBD', found.purchases, PUBLISHED.purchases);
    compare('gamma-gamma', found.spend, PUBLISHED.spend);
    reportHoldOut(histories, model);
  },
};

function compare(name: string, found: Readonly<Record<string, string>>, published: Readonly<Record<string, string>>): void {
  for (const [parameter, value] of Object.entries(found)) {
    const same = value === published[parameter];
    console.log(
      `${name.padEnd(12)} ${parameter.padEnd(14)} ${value.padStart(9)}   published ${published[parameter]?.padStart(9)}   ${same ? 'same' : 'DIFFERENT'}`,
    );
    if (!same) process.exitCode = 1;
  }
}

/** Weeks 40 to 78, customer by customer: the model, "everyone goes on as before", and "everyone is the average". */
function reportHoldOut(histories: readonly History[], model: BgNbd): void {
  const ahead = LAST_DAY - LAST_LEARNED;
  const visits = histories.reduce((sum, { repeats }) => sum + repeats, 0);
  const watched = histories.reduce((sum, { age }) => sum + age, 0);
  const forecasts: [string, (history: History) => number][] = [
    ['BG/NBD', ({ repeats, recency, age }) => probabilityAlive(model, repeats, recency, age) * expectedIfAlive(model, repeats, age, ahead)],
    ['same rate as before', ({ repeats, age }) => (repeats / age) * ahead],
    ['average of everyone', () => (visits / watched) * ahead],
  ];
  const actual = histories.map(({ later }) => later);
  console.log(`\nweeks 40 to 78: ${sumOf(actual)} visits\n`);
  console.log(
    `${'forecast'.padEnd(22)}${'visits'.padStart(8)}${'off'.padStart(9)}${'mean error'.padStart(12)}${'RMSE'.padStart(8)}${'correlation'.padStart(13)}`,
  );
  for (const [name, forecast] of forecasts) {
    const expected = histories.map(forecast);
    const errors = expected.map((value, i) => value - (actual[i] ?? 0));
    const off = sumOf(expected) / sumOf(actual) - 1;
    const absolute = sumOf(errors.map(Math.abs)) / errors.length;
    const squared = Math.sqrt(sumOf(errors.map((error) => error * error)) / errors.length);
    console.log(
      `${name.padEnd(22)}${sumOf(expected).toFixed(0).padStart(8)}${`${(off * 100).toFixed(1)}%`.padStart(9)}${absolute.toFixed(3).padStart(12)}${squared.toFixed(3).padStart(8)}${correlation(expected, actual).padStart(13)}`,
    );
  }
}

function correlation(left: readonly number[], right: readonly number[]): string {
  const meanLeft = sumOf(left) / left.length;
  const meanRight = sumOf(right) / right.length;
  const together = sumOf(left.map((value, i) => (value - meanLeft) * ((right[i] ?? 0) - meanRight)));
  const apart = Math.sqrt(sumOf(left.map((value) => (value - meanLeft) ** 2)) * sumOf(right.map((value) => (value - meanRight) ** 2)));
  return apart > 1e-9 ? (together / apart).toFixed(3) : 'none';
}

/** Lines of `id in the full file, id here, date, number of CDs, dollars`; purchases of one day are one visit. */
function readCustomers(path: string): Customer[] {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const [, id = '', date = '', , dollars = ''] = line.trim().split(/\s+/);
    const visits = byCustomer.get(id) ?? new Map<number, number>();
    byCustomer.set(id, visits);
    visits.set(dayOf(date), (visits.get(dayOf(date)) ?? 0) + Number(dollars));
  }
  return [...byCustomer.values()].map((visits) => {
    const sorted = [...visits].toSorted(([left], [right]) => left - right);
    return { days: sorted.map(([day]) => day), totals: sorted.map(([, total]) => total) };
  });
}

function dayOf(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))) / 86_400_000;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
