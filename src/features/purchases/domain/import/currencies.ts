/** Signs and short names by which people write a currency beside an amount, and the currencies they may mean. */
const written: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  ευρω: ['EUR'],
  ευρώ: ['EUR'],
  euro: ['EUR'],
  evra: ['EUR'],
  евро: ['EUR'],
  یورو: ['EUR'],
  եվրո: ['EUR'],
  '£': ['GBP', 'EGP', 'SYP', 'LBP'],
  '₤': ['GBP'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'SGD', 'HKD', 'ARS', 'CLP', 'COP'],
  us$: ['USD'],
  a$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  nz$: ['NZD'],
  r$: ['BRL'],
  '¥': ['JPY', 'CNY'],
  '₺': ['TRY'],
  '₽': ['RUB'],
  руб: ['RUB'],
  '₴': ['UAH'],
  '₾': ['GEL'],
  '₹': ['INR'],
  '₪': ['ILS'],
  '₩': ['KRW'],
  лв: ['BGN'],
  lv: ['BGN'],
  din: ['RSD'],
  дин: ['RSD'],
  rsd: ['RSD'],
  рсд: ['RSD'],
  '֏': ['AMD'],
  դրամ: ['AMD'],
  դր: ['AMD'],
  '﷼': ['IRR'],
  ریال: ['IRR'],
  ريال: ['IRR'],
  تومان: ['IRT'],
  toman: ['IRT'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  fr: ['CHF'],
  sfr: ['CHF'],
  lei: ['RON'],
  ден: ['MKD'],
  km: ['BAM'],
  lek: ['ALL'],
};

/**
 * The currencies that a sign, a name or a code (ISO 4217) may mean, likeliest first; undefined when it is none that is known.
 * The toman, ten rials, has no code of its own in the standard and goes by the customary IRT.
 */
export function currenciesNamed(text: string): readonly string[] | undefined {
  const name = text.trim().replace(/\.$/, '').toLowerCase();
  const known = Object.hasOwn(written, name) ? written[name] : undefined;
  if (known) return known;
  return /^[a-z]{3}$/.test(name) ? [name.toUpperCase()] : undefined;
}
