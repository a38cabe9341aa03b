import { err, ok, type Result } from '#kit/domain/result.ts';
import { countryOf } from './country.ts';
import { lengths, mostOfAKind, requireLengths } from './lengths.ts';
import { tidyLine } from './name.ts';

/** Where something can be sent or somebody visited; any part may be unknown, but not all of them. */
export type PostalAddress = {
  readonly label: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly region: string | null;
  /** ISO 3166 where the country was recognized, otherwise as it was written. */
  readonly country: string | null;
};

export type PostalAddressTold = { readonly [Part in keyof PostalAddress]?: string | null | undefined };

/** Addresses in the order told; one of which nothing is told but what it is for is left out. Refuses `customer.too_many`, `customer.text_too_long`. */
export function readPostalAddresses(told: readonly PostalAddressTold[]): Result<readonly PostalAddress[]> {
  if (told.length > mostOfAKind) return err('customer.too_many', { most: mostOfAKind }, 'addresses');
  const addresses: PostalAddress[] = [];
  for (const [place, one] of told.entries()) {
    const written = tidyLine(one.country);
    const address = {
      label: tidyLine(one.label),
      street: tidyLine(one.street),
      postalCode: tidyLine(one.postalCode),
      city: tidyLine(one.city),
      region: tidyLine(one.region),
      country: written && countryOf(written),
    };
    const short = requireLengths(Object.entries(address).map(([part, text]) => [`addresses.${place}.${part}`, text, mostOf(part)]));
    if (!short.ok) return short;
    const { label: _, ...parts } = address;
    if (Object.values(parts).some((part) => part !== null)) addresses.push(address);
  }
  return ok(addresses);
}

function mostOf(part: string): number {
  return part === 'street' ? lengths.address : part === 'postalCode' ? 20 : lengths.word;
}
