import { err, ok, type Result } from '#kit/domain/result.ts';
import type { DateOrder } from './birthday.ts';
import type { ColumnMeanings } from './table/guess-columns.ts';

export const contactForms = ['table', 'workbook', 'cards'] as const;
export const contactSources = ['tend', 'google', 'outlook', 'hubspot', 'salesforce', 'vcard', 'table'] as const;

/** Which program a file comes from: `vcard` for cards, `table` for a table that no known program wrote. */
export type ContactSource = (typeof contactSources)[number];

/** How a file of contacts becomes customers: a plain value, guessed, shown, corrected by a person, stored with the import. */
export type ContactMapping = {
  readonly form: (typeof contactForms)[number];
  readonly source: ContactSource;
  readonly file: {
    readonly encoding: string;
    readonly delimiter: ',' | ';' | '\t' | '|';
    readonly newline: '\n' | '\r';
    /** Rows above the table. */
    readonly skip: number;
    readonly header: boolean;
  };
  /** By their headers; of cards there are none. */
  readonly columns: ColumnMeanings;
  readonly dateOrder: DateOrder;
  /** The country of telephone numbers that do not say theirs (ISO 3166); empty where nobody knows. */
  readonly country: string;
  /** What people with an organization become: contacts there, or customers for themselves as well. */
  readonly people: 'contacts' | 'customers';
};

/** What a person says about a file; only the rest is guessed. */
export type GivenContactMapping = {
  readonly [Part in Exclude<keyof ContactMapping, 'file' | 'form' | 'source'>]?: ContactMapping[Part] | undefined;
} & { readonly file?: { readonly [Part in keyof ContactMapping['file']]?: ContactMapping['file'][Part] | undefined } | undefined };

/** Refuses a mapping by which nobody has a name (`contact_import.mapping_missing`). */
export function checkContactMapping(mapping: ContactMapping): Result<ContactMapping> {
  if (mapping.form === 'cards') return ok(mapping);
  const naming = new Set(['name', 'given', 'family', 'nickname', 'organization', 'email', 'phone']);
  const isNamed = Object.values(mapping.columns).some(({ field }) => naming.has(field));
  return isNamed ? ok(mapping) : err('contact_import.mapping_missing', {}, 'columns');
}
