import { ensureCustomers } from '#features/people/server/index.ts';
import { currencyDigits } from '#kit/domain/currency.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { ReadingOptions } from '#kit/server/tables/index.ts';
import { createTally, type PurchaseMapping, type Tally } from '../../domain/index.ts';
import {
  countPurchases,
  extendKnownPurchases,
  gatherCustomers,
  gatherPurchases,
  insertNewPurchases,
  mergeProducts,
  type PurchaseCounts,
} from './merge-store.ts';
import { readLines } from './read-file.ts';
import { SeenNumbers } from './seen-numbers.ts';
import { createStager } from './stager.ts';
import { copyRows, keepSetAside, makeStage, noteKnownNumbers, readCatalogue } from './stage-store.ts';

/**
 * What became of a file. Lines read = added + known already + set aside (each reason counted in `setAside`). Sums are exact decimals over
 * the lines that were added or known.
 */
export type ImportResult = Omit<Tally, 'taken'> &
  PurchaseCounts & {
    readonly added: number;
    readonly known: number;
    readonly purchasesMade: number;
    readonly purchasesExtended: number;
    readonly customersMade: number;
    readonly productsMade: number;
    /** Of the sums. */
    readonly currency: string;
  };

export type ToImport = {
  readonly importId: string;
  readonly file: string;
  readonly mapping: PurchaseMapping;
  readonly timeZone: string;
  readonly now: Temporal.Instant;
  readonly latestDay: number;
  /** How many products, customers and numbers are held in memory; what goes beyond is merged in the database, which takes longer. */
  readonly held?: number;
};

/** Takes a file into the workspace's purchases, all of it within the transaction. Repeating it changes nothing. */
export async function importFile(
  tx: Tx,
  { importId, file, mapping, timeZone, now, latestDay, held = 100_000 }: ToImport,
  options: ReadingOptions,
): Promise<ImportResult> {
  await makeStage(tx);
  const seenNumbers = new SeenNumbers();
  await noteKnownNumbers(tx, seenNumbers, held);
  const stager = createStager({
    copy: (table, rows) => copyRows(tx, table, rows),
    newId: () => newId(now.epochMilliseconds),
    knownProducts: await readCatalogue(tx, held),
    held,
    seenNumbers,
  });
  const tallying = createTally();
  for await (const { rows, understand } of readLines(file, mapping, latestDay, options)) {
    for (const row of rows) {
      const line = understand(row);
      tallying.add(line);
      if (typeof line === 'string') stager.setAside(line, row.line, row.cells);
      else stager.add(line, row.line);
    }
    await stager.relieve();
  }
  await stager.finish();

  const { taken, ...tally } = tallying.conclude();

  await keepSetAside(tx, importId);
  const productsMade = await mergeProducts(tx);
  await gatherCustomers(tx);
  const customers = await ensureCustomers(tx, now, 'import_customer');
  options.signal?.throwIfAborted();
  await gatherPurchases(tx, timeZone);
  const { known: knownPurchases, ...counts } = await countPurchases(tx);
  const terms = { importId, currency: mapping.currency, digits: currencyDigits(mapping.currency), timeZone };
  const made = await insertNewPurchases(tx, terms);
  options.signal?.throwIfAborted();
  const extended = knownPurchases > 0 ? await extendKnownPurchases(tx, terms) : { purchases: 0, lines: 0 };
  const added = made.lines + extended.lines;
  return {
    ...tally,
    ...counts,
    added,
    known: taken - added,
    purchasesMade: made.purchases,
    purchasesExtended: extended.purchases,
    customersMade: customers.made,
    productsMade,
    currency: mapping.currency,
  };
}
