/**
 * An exact decimal: `units` divided by ten to the power of `scale`, without trailing zeros. Units beyond the safe integers are
 * bigint, so that nothing is ever rounded; nearly all are numbers, so that half a million a second is possible.
 */
export type Decimal = { readonly units: number | bigint; readonly scale: number };

export const zero: Decimal = { units: 0, scale: 0 };

const shared = Array.from<Decimal | undefined>({ length: 50_000 });

/** From safe units. Small values are made once: the quantities and prices of a file are mostly the same few thousand. */
export function plainDecimal(units: number, scale: number): Decimal {
  if (units < 0 || units >= 10_000 || scale > 4) return { units, scale };
  const place = scale * 10_000 + units;
  return (shared[place] ??= { units, scale });
}

/** From a sign, the digits before the mark and the digits after it. */
export function decimalOf(negative: boolean, whole: string, fraction: string): Decimal {
  const after = fraction.replace(/0+$/, '');
  const digits = whole + after;
  const units = digits.length < 16 ? Number(digits) : BigInt(digits);
  return { units: negative ? negated(units) : tidy(units), scale: after.length };
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  const product = Number(one.units) * Number(other.units);
  const units = Number.isSafeInteger(product) ? product : BigInt(one.units) * BigInt(other.units);
  return trimmed(units, one.scale + other.scale);
}

export function add(one: Decimal, other: Decimal): Decimal {
  if (one.scale === other.scale && typeof one.units === 'number' && typeof other.units === 'number') {
    const sum = one.units + other.units;
    if (Number.isSafeInteger(sum)) return trimmed(sum, one.scale);
  }
  const scale = Math.max(one.scale, other.scale);
  return trimmed(tidy(BigInt(one.units) * power(scale - one.scale) + BigInt(other.units) * power(scale - other.scale)), scale);
}

export function negate(value: Decimal): Decimal {
  return { units: negated(value.units), scale: value.scale };
}

/** Exact when it can be within twelve decimals; otherwise rounded half away from zero to the twelfth. */
export function divide(dividend: Decimal, divisor: Decimal): Decimal {
  const places = 12;
  const numerator = BigInt(dividend.units) * power(divisor.scale + places);
  const denominator = BigInt(divisor.units) * power(dividend.scale);
  const doubled = (2n * numerator) / denominator;
  return trimmed(tidy((doubled + (doubled < 0n ? -1n : 1n)) / 2n), places);
}

export function isNegative(value: Decimal): boolean {
  return value.units < 0;
}

export function isZero(value: Decimal): boolean {
  return value.units === 0;
}

/** `-1234.5`: what PostgreSQL's numeric reads and what people can check. */
export function decimalText(value: Decimal): string {
  if (value.scale === 0) return String(value.units);
  const digits = String(value.units < 0 ? -value.units : value.units).padStart(value.scale + 1, '0');
  return `${value.units < 0 ? '-' : ''}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
}

export type Sum = { add(value: Decimal): void; total(): Decimal };

/** An exact sum of many decimals, cheap to add to. */
/** An exact sum of many decimals, cheap to add to. */
export function createSum(): Sum {
  // One running number a scale, moved to a bigint before it can leave the safe integers.
  const small: number[] = [];
  let large = zero;
  const move = (scale: number) => {
    large = add(large, trimmed(small[scale] ?? 0, scale));
    small[scale] = 0;
  };
  return {
    add(value) {
      if (typeof value.units === 'bigint') {
        large = add(large, value);
        return;
      }
      const sum = (small[value.scale] ?? 0) + value.units;
      if (Number.isSafeInteger(sum)) small[value.scale] = sum;
      else {
        move(value.scale);
        small[value.scale] = value.units;
      }
    },
    total() {
      for (const scale of small.keys()) move(scale);
      return large;
    },
  };
}

function trimmed(units: number | bigint, scale: number): Decimal {
  let rest = units;
  let places = scale;
  if (rest === 0) return zero;
  if (typeof rest === 'number') {
    while (places > 0 && rest % 10 === 0) {
      rest /= 10;
      places--;
    }
    return plainDecimal(rest, places);
  }
  while (places > 0 && rest % 10n === 0n) {
    rest /= 10n;
    places--;
  }
  return { units: tidy(rest), scale: places };
}

/** The same value always has the same form: a number whenever it is safe as one, and no minus zero. */
function tidy(units: number | bigint): number | bigint {
  if (typeof units === 'number') return units === 0 ? 0 : units;
  const number = Number(units);
  return Number.isSafeInteger(number) ? number : units;
}

function negated(units: number | bigint): number | bigint {
  return tidy(typeof units === 'number' ? -units : -units);
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
