import { readWorkspace, viewOf } from '#features/workspace/server/index.ts';
import { currencyDigits } from '#kit/domain/currency.ts';
import { neutralized } from '#kit/domain/formula-safety.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { translate } from '#kit/server/messages.ts';
import type { Services } from '#kit/server/services.ts';
import { delimitedRow } from '#kit/server/tables/index.ts';
import { exportedColumns, type ExportedColumn } from '../../domain/index.ts';
import { readCustomers, type ListAsked, type ListedCustomer } from '../list.ts';

export type ExportAsked = Omit<ListAsked, 'asOfOn' | 'day' | 'after' | 'before' | 'page' | 'limit'> & {
  readonly columns?: string | undefined;
};

const atOnce = 200;

/**
 * A list as text, a page at a time, each read when the one before is taken: neither memory nor a connection is held for a slow reader. Whom a
 * colleague changes meanwhile may stand at the new place or at the old one. Refuses what `readCustomers` refuses before the first piece.
 */
export async function* listFile(
  services: Services,
  who: { readonly workspace: string; readonly colleague: string; readonly language: Language },
  { columns, ...asked }: ExportAsked,
): AsyncGenerator<string> {
  const shown = exportedColumns.filter((column) => columns === undefined || columns.split(',').includes(column));
  // A mark that tells spreadsheets which encoding it is.
  let piece = `\ufeff${delimitedRow(shown.map((column) => translate(who.language, `customers.column.${column}`)))}`;
  let after: string | undefined;
  let count = 0;
  do {
    const { page, currency } = await services.database.transaction({ workspace: who.workspace }, (tx) =>
      readPage(tx, services, asked, after),
    );
    for (const row of page.customers) piece += delimitedRow(shown.map((column) => neutralized(cell(column, row, who.language, currency))));
    count += page.customers.length;
    yield piece;
    piece = '';
    after = page.next ?? undefined;
  } while (after !== undefined);
  await services.database.transaction({ workspace: who.workspace }, (tx) =>
    recordEvent(tx, services.clock(), { kind: 'customers.exported', colleague: who.colleague, detail: { customers: count } }),
  );
}

async function readPage(tx: Tx, services: Services, asked: Omit<ExportAsked, 'columns'>, after: string | undefined) {
  const { day, asOfOn } = await viewOf(tx, services.summary, services.clock(), undefined);
  const { currency } = await readWorkspace(tx);
  return { currency, page: await readCustomers(tx, { ...asked, day, asOfOn, after, page: 'first', limit: atOnce }) };
}

function cell(column: ExportedColumn, row: ListedCustomer, language: Language, currency: string): string {
  const money = (minor: number) => (minor / 10 ** currencyDigits(currency)).toFixed(currencyDigits(currency));
  const cells: Record<ExportedColumn, string | number | null> = {
    name: row.name,
    number: row.externalId,
    kind: translate(language, `customers.kind.${row.kind}`),
    stage: translate(language, `customers.stage.${row.stage}`),
    risk: translate(language, `customers.risk.${row.risk}`),
    value: money(row.valueMinor),
    spent: money(row.spentMinor),
    visits: row.visits,
    last_purchase: row.lastPurchaseOn,
    next_due: row.nextDueOn,
    last_contact: row.lastContactAt?.toString() ?? null,
    pulse: row.pulse,
    open_promises: row.openPromises,
    country: row.country,
    owner: row.owner.name,
  };
  return String(cells[column] ?? '');
}
