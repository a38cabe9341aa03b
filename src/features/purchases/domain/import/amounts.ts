import { currenciesNamed } from './currencies.ts';
import { add, decimalText, divide, isNegative, isZero, multiply, negate, type Decimal } from './decimal.ts';
import { memo } from './memo.ts';
import { readNumber, type DecimalMark } from './numbers.ts';
import { saysNothing } from './plain-text.ts';
import type { SetAsideReason } from './set-aside.ts';

/** A decimal with its text, made once and shared by all lines that have the same. */
export type Figure = { readonly value: Decimal; readonly text: string };

export type LineAmounts = {
  readonly quantity: Figure;
  readonly unitPrice: Figure;
  /** What the line comes to: quantity times unit price, less a discount; or the total that the file gives. */
  readonly amount: Decimal;
};

/** The cells of a line that hold its amounts; undefined where the mapping has no column for them. */
export type AmountCells = {
  readonly quantity: string | undefined;
  readonly unitPrice: string | undefined;
  readonly lineTotal: string | undefined;
  readonly discount: string | undefined;
  readonly currency: string | undefined;
};

export type AmountReading = {
  /** A return whose quantity is written without a minus. */
  readonly negateQuantity: boolean;
  /** Only an adjustment may have a negative price. */
  readonly allowNegativePrice: boolean;
};

type Problem = 'missing' | 'unreadable' | 'other_currency' | 'amount_too_large';

const figure = (value: Decimal): Figure => ({ value, text: decimalText(value) });
const one = figure({ units: 1, scale: 0 });
const minusOne = figure({ units: -1, scale: 0 });
const hundredth: Decimal = { units: 1, scale: 2 };

/** Reads quantities and prices exactly, in one currency. */
export function createAmountReader(
  mark: DecimalMark,
  currency: string,
): (cells: AmountCells, how: AmountReading) => LineAmounts | SetAsideReason {
  const quantities = memo((written) => readFigure(written, mark, undefined));
  const prices = memo((written) => readFigure(written, mark, currency));
  const discounts = memo((written) => readDiscount(written, mark, currency));
  const currencies = memo((written): SetAsideReason | 'same' => {
    if (saysNothing(written.trim())) return 'same';
    const named = currenciesNamed(written);
    if (named === undefined) return 'currency_unknown';
    return named.includes(currency) ? 'same' : 'other_currency';
  });

  return (cells, how) => {
    const inCurrency = cells.currency === undefined ? 'same' : currencies(cells.currency);
    if (inCurrency !== 'same') return inCurrency;
    let quantity = cells.quantity === undefined ? one : quantities(cells.quantity);
    if (typeof quantity === 'string') return reasonFor('quantity', quantity);
    if (isZero(quantity.value)) return 'quantity_zero';
    if (how.negateQuantity && !isNegative(quantity.value)) quantity = figure(negate(quantity.value));
    const total = cells.lineTotal === undefined ? undefined : prices(cells.lineTotal);
    if (typeof total === 'string') return reasonFor('total', total);
    if (cells.unitPrice === undefined) return total ? fromTotal(quantity, total, cells.quantity === undefined, how) : 'price_missing';
    const unitPrice = prices(cells.unitPrice);
    if (typeof unitPrice === 'string') return reasonFor('price', unitPrice);
    if (isNegative(unitPrice.value) && !how.allowNegativePrice) return 'price_negative';
    const product = multiply(quantity.value, unitPrice.value);
    if (total) {
      const amount = how.negateQuantity && !isNegative(total.value) ? negate(total.value) : total.value;
      const agree = isZero(amount) || isZero(product) || isNegative(amount) === isNegative(product);
      return agree ? bounded({ quantity, unitPrice, amount }) : 'total_contradicts';
    }
    const amount = cells.discount === undefined || cells.discount === '' ? product : discounted(product, discounts(cells.discount));
    return typeof amount === 'string' ? amount : bounded({ quantity, unitPrice, amount });
  };
}

function reasonFor(field: 'quantity' | 'price' | 'total', problem: Problem): SetAsideReason {
  return problem === 'missing' || problem === 'unreadable' ? `${field}_${problem}` : problem;
}

/** `currency` undefined: a quantity, beside which a unit of measure may stand. */
function readFigure(written: string, mark: DecimalMark, currency: string | undefined): Figure | Problem {
  if (saysNothing(written.trim())) return 'missing';
  const number = readNumber(written, mark);
  if (!number || number.beside === '%') return 'unreadable';
  if (currency !== undefined && number.beside !== '') {
    const named = currenciesNamed(number.beside);
    if (named === undefined) return 'unreadable';
    if (!named.includes(currency)) return 'other_currency';
  }
  return Math.abs(Number(number.value.units)) / 10 ** number.value.scale >= 1e12 ? 'amount_too_large' : figure(number.value);
}

function fromTotal(quantity: Figure, total: Figure, noQuantity: boolean, how: AmountReading): LineAmounts | SetAsideReason {
  const amount = how.negateQuantity && !isNegative(total.value) ? negate(total.value) : total.value;
  // With neither quantity nor price a negative amount is money given back.
  const counted = noQuantity && isNegative(amount) ? minusOne : quantity;
  const unitPrice = figure(divide(amount, counted.value));
  if (isNegative(unitPrice.value) && !how.allowNegativePrice) return 'price_negative';
  return bounded({ quantity: counted, unitPrice, amount });
}

type Discount = { readonly value: Decimal; readonly percent: boolean };

function readDiscount(written: string, mark: DecimalMark, currency: string): Discount | SetAsideReason {
  if (saysNothing(written.trim())) return { value: { units: 0, scale: 0 }, percent: false };
  const number = readNumber(written, mark);
  const named =
    number && number.beside !== '' && number.beside !== '%' && number.beside !== '٪' ? currenciesNamed(number.beside) : [currency];
  if (!number || named === undefined) return 'discount_unreadable';
  if (!named.includes(currency)) return 'other_currency';
  // Written as a deduction or as what is deducted: the same is meant.
  const value = isNegative(number.value) ? negate(number.value) : number.value;
  return { value, percent: number.beside === '%' || number.beside === '٪' };
}

function discounted(product: Decimal, discount: Discount | SetAsideReason): Decimal | SetAsideReason {
  if (typeof discount === 'string') return discount;
  const negative = isNegative(product);
  const full = negative ? negate(product) : product;
  const off = discount.percent ? multiply(multiply(full, discount.value), hundredth) : discount.value;
  const rest = add(full, negate(off));
  if (isNegative(rest)) return 'discount_too_large';
  return negative ? negate(rest) : rest;
}

function bounded(line: LineAmounts): LineAmounts | SetAsideReason {
  return Math.abs(Number(line.amount.units)) / 10 ** line.amount.scale >= 1e13 ? 'amount_too_large' : line;
}
