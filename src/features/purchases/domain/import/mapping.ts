import { err, ok, type Result } from '#kit/domain/result.ts';
import type { SettledOrder } from './date-order.ts';
import { importFields, type ImportField } from './fields.ts';
import type { KindRules } from './kinds.ts';
import type { DecimalMark } from './numbers.ts';

/** How the file is cut into rows and cells. */
export type FileForm = {
  readonly encoding: string;
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly newline: '\n' | '\r';
  /** Rows above the table. */
  readonly skip: number;
  /** Whether the first row names the columns; otherwise they go by `#1`, `#2`, ... */
  readonly header: boolean;
};

/**
 * How a sales export becomes purchases: a plain value, guessed by `analyse`, shown, corrected by a person, stored with the import.
 * Columns go by their headers, so that it also fits a later export with its columns in another order.
 */
export type PurchaseMapping = {
  readonly file: FileForm;
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  readonly dateOrder: SettledOrder;
  readonly decimalMark: DecimalMark | 'ask';
  /** The one currency that is taken (ISO 4217); lines in another are set aside. */
  readonly currency: string;
  /** Whether numbers are given once, or begin again every year or every day, as those of tills do. */
  readonly numbering: 'once' | 'yearly' | 'daily';
  readonly kinds: KindRules;
};

/** A question that the file does not answer, and that is never guessed. */
export type ImportQuestion = {
  readonly about: 'dateOrder' | 'decimalMark';
  readonly options: readonly string[];
  /** Values of the file that allow every option. */
  readonly examples: readonly string[];
};

/** The fields without which no purchase can be made; of several named together, one is enough. */
export function missingFields(columns: PurchaseMapping['columns']): readonly (readonly ImportField[])[] {
  const needed: readonly (readonly ImportField[])[] = [
    ['placedAt'],
    ['unitPrice', 'lineTotal'],
    ['purchaseNumber', 'customerNumber', 'customerEmail', 'customerName', 'customerPhone'],
  ];
  return needed.filter((choices) => !choices.some((field) => columns[field] !== undefined));
}

/**
 * Checks that a mapping can be read with: `purchase_import.mapping_missing` {fields} when a needed field has no column,
 * `purchase_import.column_unknown` {field, column} when the file has no such column, `purchase_import.date_order_open` and
 * `purchase_import.decimal_mark_open` {example} when a question still waits for its answer.
 */
export function checkMapping(mapping: PurchaseMapping, names: readonly string[]): Result<PurchaseMapping> {
  for (const field of importFields) {
    const column = mapping.columns[field];
    if (column !== undefined && !names.includes(column))
      return err('purchase_import.column_unknown', { field, column }, `columns.${field}`);
  }
  const missing = missingFields(mapping.columns);
  if (missing.length > 0)
    return err('purchase_import.mapping_missing', { fields: missing.map((choices) => choices[0]).join(' ') }, 'columns');
  if (mapping.dateOrder === 'ask') return err('purchase_import.date_order_open', {}, 'dateOrder');
  if (mapping.decimalMark === 'ask') return err('purchase_import.decimal_mark_open', {}, 'decimalMark');
  return ok(mapping);
}
