import { createAmountReader, type Figure } from './amounts.ts';
import { dayText } from './dates.ts';
import { isNegative, type Decimal } from './decimal.ts';
import type { ImportField } from './fields.ts';
import { kindNamed, prefixOf, speaksOfAdjustment, type KindRule, type PurchaseKind } from './kinds.ts';
import type { PurchaseMapping } from './mapping.ts';
import { memo } from './memo.ts';
import { createMomentReader, type ReadMoment } from './moments.ts';
import { isMangled, reference, tidyText } from './references.ts';
import type { SetAsideReason } from './set-aside.ts';

/** One line of a sales export, understood. Empty texts stand for what the file does not say. */
export type PurchaseLine = {
  readonly number: string;
  readonly moment: ReadMoment;
  /** How the other system knows the customer; empty for an anonymous sale. */
  readonly customer: string;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly customerPhone: string;
  readonly country: string;
  /** How the other system knows the product: its code or, without one, its name. */
  readonly product: string;
  readonly productName: string;
  readonly quantity: Figure;
  readonly unitPrice: Figure;
  readonly amount: Decimal;
  /** Of the line. A purchase is a return when a number or word says so, or when all its lines are. */
  readonly kind: PurchaseKind;
  readonly rule: KindRule | undefined;
};

const longestReference = 200;
const longestName = 1000;

/**
 * Makes the function that reads lines by a mapping without open questions (`checkMapping`): a line understood, or why it is set aside.
 * `names` are the file's columns in order; `latestDay` is the last day, since 1970-01-01, that is not in the future.
 */
export function createLineReader(
  mapping: PurchaseMapping,
  names: readonly string[],
  latestDay: number,
): (cells: readonly string[]) => PurchaseLine | SetAsideReason {
  const position = (field: ImportField) => names.indexOf(mapping.columns[field] ?? '');
  const at = {
    number: position('purchaseNumber'),
    date: position('placedAt'),
    time: position('placedTime'),
    kind: position('kind'),
    customer: position('customerNumber'),
    name: position('customerName'),
    email: position('customerEmail'),
    phone: position('customerPhone'),
    country: position('country'),
    code: position('productCode'),
    product: position('productName'),
    quantity: position('quantity'),
    price: position('unitPrice'),
    total: position('lineTotal'),
    discount: position('discount'),
    currency: position('currency'),
  };
  const moments = createMomentReader(mapping.dateOrder === 'dmy' || mapping.dateOrder === 'mdy' ? mapping.dateOrder : undefined, latestDay);
  const amounts = createAmountReader(mapping.decimalMark === ',' ? ',' : '.', mapping.currency);
  const kinds = memo(kindNamed);
  const adjusts = memo(speaksOfAdjustment);
  const returnPrefixes = new Set(mapping.kinds.returnPrefixes.map((prefix) => prefix.toUpperCase()));
  const adjustmentPrefixes = new Set(mapping.kinds.adjustmentPrefixes.map((prefix) => prefix.toUpperCase()));
  const returnsPositive = mapping.kinds.returnQuantities === 'positive';
  const text = (cells: readonly string[], index: number) => (index === -1 ? '' : tidyText(cells[index] ?? ''));

  function lineOf(cells: readonly string[]): PurchaseLine | SetAsideReason {
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) return 'too_many_cells';
    const written = at.number === -1 ? '' : reference(cells[at.number] ?? '');
    if (at.number !== -1 && written === '') return 'number_missing';
    if (isMangled(written)) return 'number_mangled';
    const moment = moments(cells[at.date] ?? '', at.time === -1 ? '' : (cells[at.time] ?? ''));
    if (typeof moment === 'string') return moment;

    const word = at.kind === -1 ? 'sale' : kinds(cells[at.kind] ?? '');
    const prefix = prefixOf(written);
    const productName = text(cells, at.product);
    const mayAdjust = prefix !== undefined && adjustmentPrefixes.has(prefix);
    const returnedBy: KindRule | undefined =
      prefix !== undefined && returnPrefixes.has(prefix) ? 'return_number' : word === 'return' ? 'return_word' : undefined;
    const figures = amounts(
      {
        quantity: at.quantity === -1 ? undefined : (cells[at.quantity] ?? ''),
        unitPrice: at.price === -1 ? undefined : (cells[at.price] ?? ''),
        lineTotal: at.total === -1 ? undefined : (cells[at.total] ?? ''),
        discount: at.discount === -1 ? undefined : (cells[at.discount] ?? ''),
        currency: at.currency === -1 ? undefined : (cells[at.currency] ?? ''),
      },
      { negateQuantity: returnsPositive && returnedBy !== undefined, allowNegativePrice: mayAdjust },
    );
    if (typeof figures === 'string') return figures;
    const negative = isNegative(figures.quantity.value);
    if (word === 'undone' && !negative) return 'order_undone';
    const adjusted = mayAdjust && (isNegative(figures.unitPrice.value) || adjusts(productName));
    const rule: KindRule | undefined = adjusted ? 'adjustment_number' : (returnedBy ?? (negative ? 'negative_quantity' : undefined));

    const email = text(cells, at.email).toLowerCase();
    const phone = text(cells, at.phone);
    const customerName = text(cells, at.name);
    const code = at.code === -1 ? '' : reference(cells[at.code] ?? '');
    const customer = (at.customer === -1 ? '' : reference(cells[at.customer] ?? '')) || identityOf(email, phone, customerName);
    const product = code || productName;
    const number = numberOf(written, moment, customer);
    if (number.length > longestReference || customer.length > longestReference || product.length > longestReference) return 'text_too_long';
    if (productName.length > longestName || customerName.length > longestName || email.length > 320 || phone.length > 100)
      return 'text_too_long';
    return {
      number,
      moment,
      customer,
      customerName,
      customerEmail: email,
      customerPhone: phone,
      country: text(cells, at.country),
      product,
      productName,
      quantity: figures.quantity,
      unitPrice: figures.unitPrice,
      amount: figures.amount,
      kind: adjusted ? 'adjustment' : rule === undefined ? 'sale' : 'return',
      rule,
    };
  }

  /** Without a number of their own, customers are known by the best thing the file has; a name only where there is nothing better. */
  function identityOf(email: string, phone: string, name: string): string {
    if (email !== '') return reference(email);
    if (at.email !== -1 || at.customer !== -1) return '';
    if (at.phone !== -1) return reference(phone);
    return reference(name);
  }

  /** Without a column of numbers, what a customer bought at one moment is one purchase. */
  function numberOf(written: string, moment: ReadMoment, customer: string): string {
    if (at.number === -1) return `${customer} ${moment.text}`.trim();
    if (mapping.numbering === 'once') return written;
    const day = dayText(moment.day);
    return `${written}/${mapping.numbering === 'daily' ? day : day.slice(0, 4)}`;
  }

  const headerAt = at.date === -1 ? 0 : at.date;
  const header = mapping.file.header ? names[headerAt] : undefined;
  return (cells) => {
    const line = lineOf(cells);
    return typeof line === 'string' && header !== undefined && cells[headerAt]?.trim() === header ? 'header_repeated' : line;
  };
}
