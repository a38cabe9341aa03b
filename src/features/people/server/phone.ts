import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** A phone number in E.164 (+302101234567) where the writing can be understood; otherwise as it was written. */
export function tidyPhone(written: string, country: string | null): string {
  const known = country !== null && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(written, known);
  return parsed?.isPossible() === true ? parsed.number : written;
}
