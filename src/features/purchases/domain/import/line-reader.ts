import { createAmountReader, createCurrencyReader } from './amounts.ts';
import { dayText } from './dates.ts';
import { isNegative, type Decimal } from './decimal.ts';
import type { ImportField } from './fields.ts';
import { kindNamed, prefixOf, speaksOfAdjustment, type KindRule, type PurchaseKind } from './kinds.ts';
import type { PurchaseMapping } from './mapping.ts';
import { memo } from './memo.ts';
import { createMomentReader, type ReadMoment } from './moments.ts';
import { isMangled, reference, tidyText } from './references.ts';
import type { SetAsideReason } from './set-aside.ts';

/** What the lines of one purchase have in common. Empty texts stand for what the file does not say. */
export type PurchaseHead = {
  readonly number: string;
  readonly moment: ReadMoment;
  /** How the other system knows the customer; empty for an anonymous sale. */
  readonly customer: string;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly customerPhone: string;
  readonly country: string;
};

/** One line of a sales export, understood. */
export type PurchaseLine = {
  /** The same value for neighbouring lines of one purchase. */
  readonly purchase: PurchaseHead;
  /** How the other system knows the product: its code or, without one, its name. */
  readonly product: string;
  readonly productName: string;
  readonly quantity: Decimal;
  /** What one unit came to, discount taken off: exact, unless the amount divides into more than twelve decimals. */
  readonly unitPrice: Decimal;
  /** What the line comes to. Always exact. */
  readonly amount: Decimal;
  /** Of the line. A purchase is a return when a number or word says so, or when all its lines are. */
  readonly kind: PurchaseKind;
  readonly rule: KindRule | undefined;
};

export type LineReader = (cells: readonly string[]) => PurchaseLine | SetAsideReason;

type Head = {
  readonly purchase: PurchaseHead;
  readonly returnedBy: KindRule | undefined;
  readonly mayAdjust: boolean;
  readonly undone: boolean;
};

const longestReference = 200;
const longestName = 1000;

/**
 * Makes the function that reads lines by a mapping without open questions (`checkMapping`): a line understood, or why it is set aside.
 * `names` are the file's columns in order; `latestDay` is the last day, since 1970-01-01, that is not in the future.
 */
export function createLineReader(mapping: PurchaseMapping, names: readonly string[], latestDay: number): LineReader {
  const { columns } = mapping;
  const position = (field: ImportField) => names.indexOf(columns[field] ?? '');
  const headOf = createHeadReader(mapping, position, latestDay);
  const amountsOf = createAmountReader(mapping.decimalMark === ',' ? ',' : '.', mapping.currency, position);
  const adjusts = memo(speaksOfAdjustment);
  const returnsPositive = mapping.kinds.returnQuantities === 'positive';
  const [code, name] = [position('productCode'), position('productName')];
  const width = names.length;

  function read(cells: readonly string[]): PurchaseLine | SetAsideReason {
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) return 'too_many_cells';
    const head = headOf(cells);
    if (typeof head === 'string') return head;
    const { returnedBy, mayAdjust } = head;
    const amounts = amountsOf(cells, { negateQuantity: returnsPositive && returnedBy !== undefined, allowNegativePrice: mayAdjust });
    if (typeof amounts === 'string') return amounts;
    const negative = isNegative(amounts.quantity);
    if (head.undone && !negative) return 'order_undone';
    const productName = tidyText(cells[name] ?? '');
    const product = reference(cells[code] ?? '') || productName;
    if (product.length > longestReference || productName.length > longestName) return 'text_too_long';
    const adjusted = mayAdjust && (isNegative(amounts.unitPrice) || adjusts(productName));
    const rule: KindRule | undefined = adjusted ? 'adjustment_number' : (returnedBy ?? (negative ? 'negative_quantity' : undefined));
    return {
      purchase: head.purchase,
      product,
      productName,
      quantity: amounts.quantity,
      unitPrice: amounts.unitPrice,
      amount: amounts.amount,
      kind: adjusted ? 'adjustment' : rule === undefined ? 'sale' : 'return',
      rule,
    };
  }

  // A second header in the middle is what two exports laid end to end leave behind.
  const headed = Math.max(0, position('placedAt'));
  const header = mapping.file.header ? names[headed] : undefined;
  return (cells) => {
    const line = read(cells);
    return typeof line === 'string' && header !== undefined && cells[headed]?.trim() === header ? 'header_repeated' : line;
  };
}

/** Reads what a line says of its purchase; once for neighbouring lines that say the same. */
function createHeadReader(mapping: PurchaseMapping, position: (field: ImportField) => number, latestDay: number) {
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
    currency: position('currency'),
  };
  const moments = createMomentReader(mapping.dateOrder === 'dmy' || mapping.dateOrder === 'mdy' ? mapping.dateOrder : undefined, latestDay);
  const currencies = createCurrencyReader(mapping.currency);
  const kinds = memo(kindNamed);
  const returnPrefixes = new Set(mapping.kinds.returnPrefixes.map((prefix) => prefix.toUpperCase()));
  const adjustmentPrefixes = new Set(mapping.kinds.adjustmentPrefixes.map((prefix) => prefix.toUpperCase()));
  const text = (cells: readonly string[], index: number) => tidyText(cells[index] ?? '');

  function read(cells: readonly string[]): Head | SetAsideReason {
    const written = reference(cells[at.number] ?? '');
    if (at.number !== -1 && written === '') return 'number_missing';
    if (isMangled(written)) return 'number_mangled';
    const moment = moments(cells[at.date] ?? '', cells[at.time] ?? '');
    if (typeof moment === 'string') return moment;
    const currency = currencies(cells[at.currency] ?? '');
    if (currency !== undefined) return currency;
    const customerName = text(cells, at.name);
    const customerEmail = text(cells, at.email).toLowerCase();
    const customerPhone = text(cells, at.phone);
    const customer = reference(cells[at.customer] ?? '') || identityOf(customerEmail, customerPhone, customerName);
    const number = numberOf(written, moment, customer);
    if (number.length > longestReference || customer.length > longestReference || customerName.length > longestName) return 'text_too_long';
    if (customerEmail.length > 320 || customerPhone.length > 100) return 'text_too_long';
    const prefix = prefixOf(written);
    const word = kinds(cells[at.kind] ?? '');
    return {
      purchase: { number, moment, customer, customerName, customerEmail, customerPhone, country: text(cells, at.country) },
      returnedBy: prefix !== undefined && returnPrefixes.has(prefix) ? 'return_number' : word === 'return' ? 'return_word' : undefined,
      mayAdjust: prefix !== undefined && adjustmentPrefixes.has(prefix),
      undone: word === 'undone',
    };
  }

  /** Without a number of their own, customers are known by the best thing the file has; a name only where there is nothing better. */
  function identityOf(email: string, phone: string, name: string): string {
    if (email !== '') return reference(email);
    if (at.email !== -1 || at.customer !== -1) return '';
    return at.phone !== -1 ? reference(phone) : reference(name);
  }

  /** Without a column of numbers, what a customer bought at one moment is one purchase. */
  function numberOf(written: string, moment: ReadMoment, customer: string): string {
    if (at.number === -1) return `${customer} ${moment.text}`.trim();
    if (mapping.numbering === 'once') return written;
    const day = dayText(moment.day);
    return `${written}/${mapping.numbering === 'daily' ? day : day.slice(0, 4)}`;
  }

  const looked = Object.values(at).filter((index) => index !== -1);
  let lastCells: readonly string[] = [];
  let last: Head | SetAsideReason = 'number_missing';
  return (cells: readonly string[]): Head | SetAsideReason => {
    for (const index of looked) {
      if (cells[index] === lastCells[index]) continue;
      last = read(cells);
      break;
    }
    lastCells = cells;
    return last;
  };
}
