import { cellEnd, cellStart, type Cells } from '#kit/domain/cells.ts';
import { currenciesNamed } from './currencies.ts';
import { add, divide, isNegative, isZero, multiply, negate, type Decimal } from './decimal.ts';
import type { ImportField } from './fields.ts';
import { memo, memoCell } from './memo.ts';
import { readNumber, readPlainNumber, type DecimalMark } from './numbers.ts';
import { saysNothing } from './plain-text.ts';
import type { SetAsideReason } from './set-aside.ts';

export type LineAmounts = {
  readonly quantity: Decimal;
  /** What one unit came to, discount taken off: exact, unless the amount divides into more than twelve decimals. */
  readonly unitPrice: Decimal;
  /** What the line comes to: quantity times the written price, less a discount; or the total that the file gives. Always exact. */
  readonly amount: Decimal;
};

type Problem = 'missing' | 'unreadable' | 'other_currency' | 'amount_too_large';

const one: Decimal = { units: 1, scale: 0 };
const minusOne: Decimal = { units: -1, scale: 0 };
const hundredth: Decimal = { units: 1, scale: 2 };

/** Tells why a written currency is not the one that is taken; undefined when it is, or when nothing is written. */
export function createCurrencyReader(currency: string): (written: string) => SetAsideReason | undefined {
  const read = memo((written): SetAsideReason | 'same' => {
    if (saysNothing(written.trim())) return 'same';
    const named = currenciesNamed(written);
    if (named === undefined) return 'currency_unknown';
    return named.includes(currency) ? 'same' : 'other_currency';
  });
  return (written) => {
    const reason = read(written);
    return reason === 'same' ? undefined : reason;
  };
}

/**
 * Reads quantities and prices exactly, in one currency. `negateQuantity`: a return whose quantity is written without a minus;
 * `allowNegativePrice`: only an adjustment may have one.
 */
export function createAmountReader(mark: DecimalMark, currency: string, position: (field: ImportField) => number) {
  const at = { quantity: position('quantity'), price: position('unitPrice'), total: position('lineTotal'), discount: position('discount') };
  const quantities = memoCell((written) => readDecimal(written, mark, undefined));
  const prices = memoCell((written) => readDecimal(written, mark, currency));
  const discounts = memoCell((written) => readDiscount(written, mark, currency));
  // Plain numbers are read faster than remembered.
  const plain = (cells: Cells, index: number) => readPlainNumber(cells.bytes, cellStart(cells, index), cellEnd(cells, index), mark);

  return (cells: Cells, negateQuantity: boolean, allowNegativePrice: boolean): LineAmounts | SetAsideReason => {
    let quantity = at.quantity === -1 ? one : (plain(cells, at.quantity) ?? quantities(cells, at.quantity));
    if (typeof quantity === 'string') return reasonFor('quantity', quantity);
    if (isZero(quantity)) return 'quantity_zero';
    if (negateQuantity && !isNegative(quantity)) quantity = negate(quantity);
    const total = at.total === -1 ? undefined : (plain(cells, at.total) ?? prices(cells, at.total));
    if (typeof total === 'string') return reasonFor('total', total);
    const amountGiven = total && (negateQuantity && !isNegative(total) ? negate(total) : total);
    if (at.price === -1) return amountGiven ? fromTotal(quantity, amountGiven, at.quantity === -1, allowNegativePrice) : 'price_missing';
    const unitPrice = plain(cells, at.price) ?? prices(cells, at.price);
    if (typeof unitPrice === 'string') return reasonFor('price', unitPrice);
    if (isNegative(unitPrice) && !allowNegativePrice) return 'price_negative';
    const product = multiply(quantity, unitPrice);
    if (amountGiven) {
      const agree = isZero(amountGiven) || isZero(product) || isNegative(amountGiven) === isNegative(product);
      return agree ? bounded(quantity, divide(amountGiven, quantity), amountGiven) : 'total_contradicts';
    }
    if (at.discount === -1 || cellEnd(cells, at.discount) === cellStart(cells, at.discount)) return bounded(quantity, unitPrice, product);
    const amount = discounted(product, discounts(cells, at.discount));
    return typeof amount === 'string' ? amount : bounded(quantity, divide(amount, quantity), amount);
  };
}

function reasonFor(field: 'quantity' | 'price' | 'total', problem: Problem): SetAsideReason {
  return problem === 'missing' || problem === 'unreadable' ? `${field}_${problem}` : problem;
}

/** `currency` undefined: a quantity, beside which a unit of measure may stand. */
function readDecimal(written: string, mark: DecimalMark, currency: string | undefined): Decimal | Problem {
  if (saysNothing(written.trim())) return 'missing';
  const number = readNumber(written, mark);
  if (!number || number.beside === '%') return 'unreadable';
  if (currency !== undefined && number.beside !== '') {
    const named = currenciesNamed(number.beside);
    if (named === undefined) return 'unreadable';
    if (!named.includes(currency)) return 'other_currency';
  }
  return magnitude(number.value) >= 1e12 ? 'amount_too_large' : number.value;
}

function fromTotal(quantity: Decimal, amount: Decimal, noQuantity: boolean, allowNegativePrice: boolean): LineAmounts | SetAsideReason {
  // With neither quantity nor price a negative amount is money given back.
  const counted = noQuantity && isNegative(amount) ? minusOne : quantity;
  const unitPrice = divide(amount, counted);
  if (isNegative(unitPrice) && !allowNegativePrice) return 'price_negative';
  return bounded(counted, unitPrice, amount);
}

type Discount = { readonly value: Decimal; readonly percent: boolean };

function readDiscount(written: string, mark: DecimalMark, currency: string): Discount | SetAsideReason {
  if (saysNothing(written.trim())) return { value: { units: 0, scale: 0 }, percent: false };
  const number = readNumber(written, mark);
  if (!number) return 'discount_unreadable';
  const percent = number.beside === '%' || number.beside === '٪';
  const named = number.beside === '' || percent ? [currency] : currenciesNamed(number.beside);
  if (named === undefined) return 'discount_unreadable';
  if (!named.includes(currency)) return 'other_currency';
  // Written as a deduction or as what is deducted: the same is meant.
  return { value: isNegative(number.value) ? negate(number.value) : number.value, percent };
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

function bounded(quantity: Decimal, unitPrice: Decimal, amount: Decimal): LineAmounts | SetAsideReason {
  return magnitude(amount) >= 1e13 ? 'amount_too_large' : { quantity, unitPrice, amount };
}

function magnitude(value: Decimal): number {
  return Math.abs(Number(value.units)) / 10 ** value.scale;
}
