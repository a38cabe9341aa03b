import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** A phone number in E.164 (+302101234567) where the writing can be understood; otherwise as it was written. */
export function tidyPhone(written: string, country: string | null): string {
  const known = country !== null && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(written, known);
  return parsed?.isPossible() === true ? parsed.number : written;
}

/** A number that `tidyPhone` made, with spaces where people read it (+30 21 0123 4567). */
export function readablePhone(number: string): string {
  return number.startsWith('+') ? (parsePhoneNumberFromString(number)?.formatInternational() ?? number) : number;
}
