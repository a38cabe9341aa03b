const languages = ['en', 'el', 'sr', 'sr-Latn', 'bg', 'fa', 'hy', 'de', 'fr'];

// What shops and their tills write beside the names that languages have.
const otherNames: Readonly<Record<string, string>> = {
  eire: 'IE',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  usa: 'US',
  uae: 'AE',
  rsa: 'ZA',
  holland: 'NL',
  czechia: 'CZ',
  'czech republic': 'CZ',
  turkey: 'TR',
  'hong kong': 'HK',
  ελλας: 'GR',
  ελλάς: 'GR',
  hellas: 'GR',
  ایران: 'IR',
};

let codes: ReadonlyMap<string, string> | undefined;

/**
 * The ISO 3166 code of a country written as a code or as a name in one of many languages; what is not recognized comes back as it was
 * written, so that nothing told is lost.
 */
export function countryOf(text: string): string {
  const written = text.trim();
  if (/^[a-z]{2}$/i.test(written) && written.toLowerCase() !== 'uk') return written.toUpperCase();
  codes ??= knownNames();
  return codes.get(written.toLowerCase()) ?? written;
}

/** Whether this is a code, so that the country has a name in every language. */
export function isCountryCode(country: string): boolean {
  return /^[A-Z]{2}$/.test(country);
}

/** Countries with their names in a language, sorted by them. */
export function countriesIn(language: string): readonly { readonly code: string; readonly name: string }[] {
  const named = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return possibleCodes()
    .flatMap((code) => {
      const name = withdrawn.has(code) || notCountries.has(code) ? undefined : named.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
}

function possibleCodes(): readonly string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function knownNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of languages) {
    const named = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    // Withdrawn codes share a name with the country that they became; the first one to come is the living one.
    for (const code of possibleCodes()) {
      const name = named.of(code)?.toLowerCase();
      if (name !== undefined && !withdrawn.has(code) && !names.has(name)) names.set(name, code);
    }
  }
  for (const [name, code] of Object.entries(otherNames)) names.set(name, code);
  return names;
}

const withdrawn = new Set([
  'AN',
  'BU',
  'CS',
  'CT',
  'DD',
  'DY',
  'FQ',
  'FX',
  'HV',
  'JT',
  'MI',
  'NH',
  'NQ',
  'NT',
  'PC',
  'PU',
  'PZ',
  'QU',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'WK',
  'YD',
  'YU',
  'ZR',
]);

// Groups of countries, the world, and what is there for tests of software.
const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
