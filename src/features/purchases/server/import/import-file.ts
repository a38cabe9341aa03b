import { ensureCustomers, lookAtAllSoon, makeCustomers, readErased } from '#features/people/server/index.ts';
import { currencyDigits } from '#kit/domain/currency.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { ReadingOptions } from '#kit/server/tables/index.ts';
import { createTally, type PurchaseMapping, type Tally } from '../../domain/index.ts';
import {
  countPurchases,
  enterPurchases,
  enterRest,
  extendKnownPurchases,
  gatherCustomers,
  gatherPurchases,
  mergeProducts,
  renameProducts,
  type PurchaseCounts,
} from './merge-store.ts';
import { numberApart } from './number-apart.ts';
import { readLines } from './read-file.ts';
import { createStager } from './stager.ts';
import { copyRows, keepSetAside, makeStage, readKnown } from './stage-store.ts';

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
    /** Lines, added or known, of customers who were erased: they stay without a name. */
    readonly erased: number;
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
  const terms = { importId, currency: mapping.currency, digits: currencyDigits(mapping.currency), timeZone };
  const erased = await readErased(tx);
  let productsMade = 0;
  let customersMade = 0;
  let toldOfCustomers = 0;
  let ofErased = 0;
  // What is certain before the end of the file goes where it belongs while the rest is being read.
  const stager = createStager({
    take: async (table, rows) => {
      await copyRows(tx, table, rows);
      if (table === 'import_product') productsMade += await mergeProducts(tx, 'firm');
      else if (table === 'import_person') toldOfCustomers += await gatherCustomers(tx);
      else if (table === 'import_load') await enterPurchases(tx, terms);
      else await keepSetAside(tx, importId);
    },
    makeCustomers: async (customers) => {
      await makeCustomers(tx, customers, erased);
      customersMade += customers.length;
    },
    newId: () => newId(now.epochMilliseconds),
    erased,
    apart: (number, customer) => numberApart(tx, number, customer),
    known: await readKnown(tx, held),
    held,
  });
  const tallying = createTally();
  try {
    for await (const { rows, understand } of readLines(file, mapping, latestDay, options)) {
      for (const row of rows) {
        const line = understand(row);
        if (typeof line === 'string') {
          tallying.add(line);
          stager.setAside(line, row.line, row.cells);
        } else {
          const isErased = erased?.has({ kind: 'number', value: line.purchase.customer });
          if (isErased) ofErased++;
          tallying.add(line, isErased);
          stager.add(line, row.line);
        }
      }
      await stager.relieve();
    }
    await stager.finish();
  } catch (error) {
    // What is under way must not run into whatever the connection does next.
    await stager.rest();
    throw error;
  }
  const { taken, ...tally } = tallying.conclude();

  productsMade += await mergeProducts(tx, 'all');
  await renameProducts(tx);
  if (toldOfCustomers > 0) customersMade += (await ensureCustomers(tx, now, 'import_customer')).made;
  if (customersMade > 0) await lookAtAllSoon(tx);
  options.signal?.throwIfAborted();
  await gatherPurchases(tx);
  const { counts, known, made } = await countPurchases(tx);
  await enterRest(tx, terms);
  options.signal?.throwIfAborted();
  const extended = known > 0 ? await extendKnownPurchases(tx, terms) : { purchases: 0, lines: 0 };
  const added = made.lines + extended.lines;
  return {
    ...tally,
    ...counts,
    added,
    known: taken - added,
    purchasesMade: made.purchases,
    purchasesExtended: extended.purchases,
    customersMade,
    erased: ofErased,
    productsMade,
    currency: mapping.currency,
  };
}
