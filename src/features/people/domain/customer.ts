import { err, ok, type Result } from '#kit/domain/result.ts';
import { countryOf } from './country.ts';
import { tidyLine, type Name } from './name.ts';

/** What a colleague may tell about a customer. A person's name may come whole or in its parts. */
export type CustomerTold = {
  readonly kind: 'person' | 'organization';
  readonly name?: string | null | undefined;
  readonly latinName?: string | null | undefined;
  readonly given?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly family?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly formality?: 'formal' | 'familiar' | null | undefined;
};

/** What a colleague tells anew; what is undefined stays as it is, what is null is forgotten. */
export type CustomerChange = { readonly [Field in keyof CustomerTold]?: CustomerTold[Field] | undefined };

/** The same, tidy: what a row holds. */
export type CustomerDetails = {
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly latinName: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly family: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly formality: 'formal' | 'familiar' | null;
};

/**
 * Makes what was told into what is kept. Refuses a customer without a name (`customer.name_missing`), an address that is none
 * (`customer.email_unusable`), a number that is none (`customer.phone_unusable`), a language without a code (`customer.language_unknown`).
 */
export function readCustomer(told: CustomerTold): Result<CustomerDetails> {
  const isPerson = told.kind === 'person';
  const [given, patronymic, family] = [told.given, told.patronymic, told.family].map((part) => (isPerson ? tidyLine(part) : null));
  const parts = [given, patronymic, family].filter((part) => typeof part === 'string');
  const name = tidyLine(told.name) ?? tidyLine(parts.join(' '));
  if (name === null) return err('customer.name_missing', {}, 'name');
  const email = tidyLine(told.email)?.toLowerCase() ?? null;
  if (email !== null && !isEmail(email)) return err('customer.email_unusable', { email }, 'email');
  const phone = tidyLine(told.phone);
  if (phone !== null && !isPhone(phone)) return err('customer.phone_unusable', { phone }, 'phone');
  const language = told.language ? languageCode(told.language) : null;
  if (language === undefined) return err('customer.language_unknown', { language: told.language ?? '' }, 'language');
  const country = tidyLine(told.country);
  return ok({
    kind: told.kind,
    name,
    latinName: tidyLine(told.latinName),
    given: given ?? null,
    patronymic: patronymic ?? null,
    family: family ?? null,
    email,
    phone,
    country: country && countryOf(country),
    language,
    formality: told.formality ?? null,
  });
}

/** A change to what is known. Who renames a person without naming the parts does not keep parts that say otherwise. */
export function changeCustomer(before: CustomerDetails, change: CustomerChange): Result<CustomerDetails> {
  const saysParts = change.given !== undefined || change.patronymic !== undefined || change.family !== undefined;
  const renamed = change.name !== undefined && change.name !== null && tidyLine(change.name) !== before.name;
  const noParts = renamed && !saysParts ? { given: null, patronymic: null, family: null } : {};
  const fromParts = saysParts && !renamed ? { name: null } : {};
  return readCustomer({ ...before, ...noParts, ...said(change), ...fromParts });
}

/** How a letter to them begins, in words that a colleague can rely on: the first name only with those who wish it. */
export function addressing(customer: Name & { readonly formality: 'formal' | 'familiar' | null }): {
  formality: 'formal' | 'familiar';
  name: string;
} {
  const formality = customer.formality ?? 'formal';
  if (customer.kind === 'organization' || formality === 'formal') return { formality, name: customer.name };
  return { formality, name: customer.given ?? customer.name.split(' ')[0] ?? customer.name };
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);
}

// Whether a number can be dialled is for the phone company to say; that it is one is seen by its digits.
function isPhone(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= 5 && digits <= 20 && /^[\p{Nd}\s()+/.\-–ext]+$/iu.test(text);
}

function languageCode(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

function said(change: CustomerChange): Partial<CustomerTold> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
