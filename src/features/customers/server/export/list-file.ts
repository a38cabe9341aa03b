import { writtenValue, type CustomField } from '#features/people/domain/index.ts';
import { listCustomFields, type AnsweredValue } from '#features/people/server/index.ts';
import { readWorkspace, viewOf } from '#features/workspace/server/index.ts';
import { currencyDigits } from '#kit/domain/currency.ts';
import { neutralized } from '#kit/domain/formula-safety.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { translate } from '#kit/server/messages.ts';
import type { Who } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { delimitedRow } from '#kit/server/tables/index.ts';
import { customIdIn, exportedColumns, recordColumns, type ExportedColumn } from '../../domain/index.ts';
import { readCustomers, type ListAsked, type ListedCustomer } from '../list.ts';

export type ExportAsked = Omit<ListAsked, 'asOfOn' | 'day' | 'after' | 'before' | 'page' | 'limit' | 'fields' | 'record'> & {
  /** In their order, parted by commas; those that everybody has where it is left out. */
  readonly columns?: string | undefined;
};

const atOnce = 200;

/**
 * A list as text, a page at a time, each read when the one before is taken: neither memory nor a connection is held for a slow reader. Whom a
 * colleague changes meanwhile may stand at the new place or at the old one. Refuses what `readCustomers` refuses before the first piece.
 */
export async function* listFile(
  services: Services,
  who: Pick<Who, 'workspace' | 'colleague' | 'language' | 'via'>,
  { columns, ...asked }: ExportAsked,
): AsyncGenerator<string> {
  const within = <T>(run: (tx: Tx) => Promise<T>) => services.database.transaction(who, run);
  const shown: readonly Column[] = columns === undefined ? exportedColumns : shownIn(columns, await within(listCustomFields));
  const fields = shown.flatMap((column) => (typeof column === 'string' ? [] : column.id));
  const record = recordColumns.filter((column) => shown.includes(column));
  const heading = (column: Column) => (typeof column === 'string' ? translate(who.language, `customers.column.${column}`) : column.name);
  // A mark that tells spreadsheets which encoding it is.
  let piece = `\ufeff${delimitedRow(shown.map((column) => neutralized(heading(column))))}`;
  let after: string | undefined;
  let count = 0;
  do {
    const { page, currency } = await within((tx) => readPage(tx, services, { ...asked, fields, record }, after));
    for (const row of page.customers) {
      const cells = shown.map((column) => (typeof column === 'string' ? cell(column, row, who.language, currency) : ownCell(column, row)));
      piece += delimitedRow(cells.map(neutralized));
    }
    count += page.customers.length;
    yield piece;
    piece = '';
    after = page.next ?? undefined;
  } while (after !== undefined);
  await within((tx) =>
    recordEvent(tx, services.clock(), { kind: 'customers.exported', colleague: who.colleague, detail: { customers: count } }),
  );
}

/** A column that everybody has, or a field of the workspace's own. */
type Column = ExportedColumn | CustomField;

function shownIn(columns: string, fields: readonly CustomField[]): readonly Column[] {
  return [...new Set(columns.split(','))].flatMap((name): Column[] => {
    const known = exportedColumns.find((column) => column === name) ?? fields.find(({ id }) => id === customIdIn(name));
    return known === undefined ? [] : [known];
  });
}

function ownCell(field: CustomField, { custom }: ListedCustomer): string {
  const value: AnsweredValue | undefined = custom[field.id];
  if (value === undefined) return '';
  if (typeof value === 'object' && 'name' in value) return value.name;
  return writtenValue(field, value, String);
}

async function readPage(
  tx: Tx,
  services: Services,
  asked: Omit<ListAsked, 'asOfOn' | 'day' | 'after' | 'before' | 'page' | 'limit'>,
  after: string | undefined,
) {
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
    next_talk: row.nextTalkOn,
    country: row.country,
    language: row.language,
    email: row.record.email ?? null,
    phone: row.record.phone ?? null,
    city: row.record.city ?? null,
    tag: row.record.tag?.join(', ') ?? null,
    organization: row.record.organization?.join(', ') ?? null,
    owner: row.owner.name,
  };
  return String(cells[column] ?? '');
}
