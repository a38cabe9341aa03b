import { cellEnd, cellStart, sameCells, type Cells } from '#kit/domain/cells.ts';
import { createAmountReader, createCurrencyReader, type LineAmounts } from './amounts.ts';
import { dayText } from './dates.ts';
import { isNegative, type Decimal } from './decimal.ts';
import type { ImportField } from './fields.ts';
import { kindNamed, prefixOf, speaksOfAdjustment, type KindRule, type PurchaseKind } from './kinds.ts';
import type { PurchaseMapping } from './mapping.ts';
import { memo, memoCell } from './memo.ts';
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
  /** Made when asked for: of most lines nobody asks. */
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

/** Reads a line. What it answers is good as long as the bytes of the cells are. */
export type LineReader = (cells: Cells) => PurchaseLine | SetAsideReason;

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
  const references = memoCell(reference);
  const tidied = memoCell(tidyText);
  const adjusts = memo(speaksOfAdjustment);
  const returnsPositive = mapping.kinds.returnQuantities === 'positive';
  const [code, name] = [position('productCode'), position('productName')];
  const width = names.length;

  function read(cells: Cells): PurchaseLine | SetAsideReason {
    if (cells.count > width && hasMore(cells, width)) return 'too_many_cells';
    const head = headOf(cells);
    if (typeof head === 'string') return head;
    const { returnedBy, mayAdjust } = head;
    const amounts = amountsOf(cells, returnsPositive && returnedBy !== undefined, mayAdjust);
    if (typeof amounts === 'string') return amounts;
    const negative = isNegative(amounts.quantity);
    if (head.undone && !negative) return 'order_undone';
    const product = (code === -1 ? '' : references(cells, code)) || (name === -1 ? '' : tidied(cells, name));
    if (product.length > longestReference || cellEnd(cells, name) - cellStart(cells, name) > longestName) return 'text_too_long';
    const adjusted = mayAdjust && (isNegative(amounts.unitPrice) || adjusts(cells.text(name)));
    const rule: KindRule | undefined = adjusted ? 'adjustment_number' : (returnedBy ?? (negative ? 'negative_quantity' : undefined));
    return new Line(head.purchase, product, amounts, adjusted ? 'adjustment' : rule === undefined ? 'sale' : 'return', rule, cells, name);
  }

  // A second header in the middle is what two exports laid end to end leave behind.
  const headed = Math.max(0, position('placedAt'));
  const header = mapping.file.header ? names[headed] : undefined;
  return (cells) => {
    const line = read(cells);
    return typeof line === 'string' && header !== undefined && cells.text(headed).trim() === header ? 'header_repeated' : line;
  };
}

class Line implements PurchaseLine {
  readonly purchase: PurchaseHead;
  readonly product: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly amount: Decimal;
  readonly kind: PurchaseKind;
  readonly rule: KindRule | undefined;
  readonly #cells: Cells;
  readonly #name: number;

  constructor(
    purchase: PurchaseHead,
    product: string,
    amounts: LineAmounts,
    kind: PurchaseKind,
    rule: KindRule | undefined,
    cells: Cells,
    name: number,
  ) {
    this.purchase = purchase;
    this.product = product;
    this.quantity = amounts.quantity;
    this.unitPrice = amounts.unitPrice;
    this.amount = amounts.amount;
    this.kind = kind;
    this.rule = rule;
    this.#cells = cells;
    this.#name = name;
  }

  get productName(): string {
    return tidyText(this.#cells.text(this.#name));
  }
}

function hasMore(cells: Cells, width: number): boolean {
  for (let index = width; index < cells.count; index++) {
    if (cells.text(index).trim() !== '') return true;
  }
  return false;
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
  const text = (cells: Cells, index: number) => tidyText(cells.text(index));

  function read(cells: Cells): Head | SetAsideReason {
    const written = reference(cells.text(at.number));
    if (at.number !== -1 && written === '') return 'number_missing';
    if (isMangled(written)) return 'number_mangled';
    const moment = moments(cells.text(at.date), cells.text(at.time));
    if (typeof moment === 'string') return moment;
    const currency = currencies(cells.text(at.currency));
    if (currency !== undefined) return currency;
    const customerName = text(cells, at.name);
    const customerEmail = text(cells, at.email).toLowerCase();
    const customerPhone = text(cells, at.phone);
    const customer = reference(cells.text(at.customer)) || identityOf(customerEmail, customerPhone, customerName);
    const number = numberOf(written, moment, customer);
    if (number.length > longestReference || customer.length > longestReference || customerName.length > longestName) return 'text_too_long';
    if (customerEmail.length > 320 || customerPhone.length > 100) return 'text_too_long';
    const prefix = prefixOf(written);
    const word = kinds(cells.text(at.kind));
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
  let lastCells: Cells | undefined;
  let last: Head | SetAsideReason = 'number_missing';
  return (cells: Cells): Head | SetAsideReason => {
    if (!lastCells || !sameCells(cells, lastCells, looked)) {
      lastCells = cells;
      last = read(cells);
    }
    return last;
  };
}
