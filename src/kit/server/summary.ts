import type { Tx } from './db/index.ts';

/** Which rows of `customer_summary` to bring up to date, and the day they speak of. */
export type SummaryScope = {
  /** The last day that may be known. Nothing later may leak into the rows. */
  readonly day: Temporal.PlainDate;
  /** The key of the rows to write: 'infinity' for the living ones, the day itself for a look at the past. */
  readonly asOfOn: string;
  readonly customers: 'all' | readonly string[];
  /** They were made in this transaction: none of them has a row yet. */
  readonly areNew?: true;
  readonly signal?: AbortSignal | undefined;
};

/** One feature's columns of `customer_summary`, and how to fill them. Parts run in the order of the floors. */
export type SummaryPart = {
  readonly feature: string;
  /**
   * What it fills begins as the columns' defaults say, so that there is nothing to do for customers who were made this very moment and with whom
   * nothing has happened yet.
   */
  readonly beginsEmpty?: true;
  refresh(tx: Tx, scope: SummaryScope): Promise<void>;
};

export type Summary = {
  /** Brings the living rows of these customers up to date as of a day (the workspace's today). */
  refresh(
    tx: Tx,
    scope: { day: Temporal.PlainDate; customers: 'all' | readonly string[]; signal?: AbortSignal | undefined },
  ): Promise<void>;
  /** The same for customers whom an action touched; with the newcomers among them, made in this transaction, nothing has happened yet. */
  refreshTouched(tx: Tx, day: Temporal.PlainDate, customers: readonly string[], newcomers: ReadonlySet<string>): Promise<void>;
  /** Makes the rows of a past day when nobody has looked at it yet. */
  ensureDay(tx: Tx, day: Temporal.PlainDate): Promise<void>;
};

/** So many at once are brought in, and not touched by hand. */
const many = 50;

// So many are looked up one by one; for more of them at once the plans would be those for all.
const atOnce = 500;

/** The key of the living rows. */
export const living = 'infinity';

export function makeSummary(parts: readonly SummaryPart[]): Summary {
  const run = async (tx: Tx, scope: SummaryScope, which = parts) => {
    // Right after an import the statistics may still be those of empty tables, and a join row by row would take hours for what takes seconds.
    if (scope.customers === 'all') await tx.client.query('set local enable_nestloop = off');
    for (const part of which) {
      scope.signal?.throwIfAborted();
      await part.refresh(tx, scope);
    }
    if (scope.customers === 'all') await tx.client.query('set local enable_nestloop to default');
  };
  return {
    refresh: async (tx, { day, customers, signal }) => {
      await run(tx, { day, asOfOn: living, customers, signal });
      await forgetPastDays(tx);
    },
    refreshTouched: async (tx, day, customers, newcomers) => {
      // What is kept may have been planned when the tables were empty, and a join row by row of what was just brought in would take hours.
      if (customers.length >= many) await tx.client.query('discard plans');
      const known = customers.filter((customer) => !newcomers.has(customer));
      const forNewcomers = parts.filter((part) => part.beginsEmpty !== true);
      if (newcomers.size > 0) await run(tx, { day, asOfOn: living, customers: [...newcomers], areNew: true }, forNewcomers);
      for (let from = 0; from < known.length; from += atOnce)
        await run(tx, { day, asOfOn: living, customers: known.slice(from, from + atOnce) });
      await forgetPastDays(tx);
    },
    ensureDay: async (tx, day) => {
      const asOfOn = day.toString();
      // Two readers of the same past day: the second waits for the first one's rows.
      await tx.client.query("select pg_advisory_xact_lock(hashtextextended('past day ' || $1::text || $2::text, 0))", [
        tx.workspace,
        asOfOn,
      ]);
      const made = await tx.client.query('insert into past_day (workspace_id, as_of_on) values ($1, $2) on conflict do nothing', [
        tx.workspace,
        asOfOn,
      ]);
      if (made.rowCount === 1) await run(tx, { day, asOfOn, customers: 'all' });
    },
  };
}

// What changed may reach back in time (an import of older sales does), so a past day is made again when next looked at.
async function forgetPastDays(tx: Tx): Promise<void> {
  const { rowCount } = await tx.client.query('delete from past_day where workspace_id = $1', [tx.workspace]);
  if (rowCount) await tx.client.query("delete from customer_summary where workspace_id = $1 and as_of_on < 'infinity'", [tx.workspace]);
}
