import { createSum, decimalText } from './decimal.ts';
import { dayText } from './dates.ts';
import type { PurchaseLine } from './line-reader.ts';
import type { KindRule } from './kinds.ts';
import type { SetAsideReason } from './set-aside.ts';

/** What became of the lines of a file: lines = taken + set aside, by reason. Sums are exact, as decimal texts. */
export type Tally = {
  readonly lines: number;
  readonly taken: number;
  readonly setAside: Readonly<Partial<Record<SetAsideReason, number>>>;
  /** Taken lines without a customer. */
  readonly anonymous: number;
  /** Lines recognized as returns or adjustments, by what told so. */
  readonly rules: Readonly<Partial<Record<KindRule, number>>>;
  /** The sum of what the taken lines come to, returns and adjustments included with their signs. */
  readonly sum: string;
  /** The same for the lines that have a customer who was not erased. */
  readonly customerSum: string;
  /** The first and last day, `2011-04-05`; undefined without a taken line. */
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
};

export type Tallying = { add(line: PurchaseLine | SetAsideReason, isErased?: boolean): void; conclude(): Tally };

/** Counts an import line by line, so that lines read are lines taken and lines set aside. */
export function createTally(): Tallying {
  const sum = createSum();
  const customerSum = createSum();
  const setAside: Partial<Record<SetAsideReason, number>> = {};
  const rules: Partial<Record<KindRule, number>> = {};
  let lines = 0;
  let taken = 0;
  let anonymous = 0;
  let first = Infinity;
  let last = -Infinity;
  return {
    add(line, isErased = false) {
      lines++;
      if (typeof line === 'string') {
        setAside[line] = (setAside[line] ?? 0) + 1;
        return;
      }
      taken++;
      sum.add(line.amount);
      if (line.purchase.customer === '') anonymous++;
      else if (!isErased) customerSum.add(line.amount);
      if (line.rule !== undefined) rules[line.rule] = (rules[line.rule] ?? 0) + 1;
      const { day } = line.purchase.moment;
      if (day < first) first = day;
      if (day > last) last = day;
    },
    conclude: () => ({
      lines,
      taken,
      setAside: { ...setAside },
      anonymous,
      rules: { ...rules },
      sum: decimalText(sum.total()),
      customerSum: decimalText(customerSum.total()),
      firstDay: taken > 0 ? dayText(first) : undefined,
      lastDay: taken > 0 ? dayText(last) : undefined,
    }),
  };
}
