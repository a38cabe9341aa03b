/**
 * What is known of how a customer is called. `name` is what stands on lists; the parts only where somebody told them. `language` is the
 * customer's own (BCP 47), which decides how the parts are put together.
 */
export type Name = {
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly latinName?: string | null | undefined;
  readonly prefix?: string | null | undefined;
  readonly given?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly family?: string | null | undefined;
  readonly suffix?: string | null | undefined;
  readonly nickname?: string | null | undefined;
  readonly language?: string | null | undefined;
};

/** The parts of a person's name. */
export type NameParts = {
  readonly [Part in 'prefix' | 'given' | 'patronymic' | 'family' | 'suffix' | 'nickname']?: string | null | undefined;
};

/**
 * Text for one line as a person meant it: composed, without control characters or marks that turn the writing direction, and
 * with single spaces. Null when nothing is left.
 */
export function tidyLine(text: string | null | undefined): string | null {
  if (!text) return null;
  // An import asks a million times, and most of what it asks about is tidy as it stands.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  const tidy = text
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Cs}/gu, '')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  return tidy === '' ? null : tidy;
}
