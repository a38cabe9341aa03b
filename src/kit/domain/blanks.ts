import { isUuid } from './ids.ts';
import { err, ok, type Result } from './result.ts';

/** What somebody fills in of a sentence that they put together. */
export type Blank =
  | { readonly id: string; readonly kind: 'number'; readonly least: number; readonly most: number; readonly usual: number }
  | { readonly id: string; readonly kind: 'text'; readonly longest: number }
  | { readonly id: string; readonly kind: 'choice'; readonly choices: readonly string[] }
  /** One of the colleagues, only of those who work with customers where that is said, or whoever has one of these parts with the customer. */
  | { readonly id: string; readonly kind: 'colleague'; readonly parts: readonly ('owner' | 'deputy')[]; readonly whoWorks?: true }
  | { readonly id: string; readonly kind: 'tag' | 'webhook' };

/** The values of blanks: figures as numbers, everything else as text. */
export type Filled = Readonly<Record<string, string | number>>;

/**
 * Reads what was filled in, each blank in its form and none left out. Refuses one that is empty (`blank.missing`), and a value that it does not take (`blank.unusable`), each in
 * the field of its name. Whether an id names somebody is for whoever knows them.
 */
export function readFilled(blanks: readonly Blank[], told: Readonly<Record<string, unknown>>): Result<Filled> {
  const filled: Record<string, string | number> = {};
  for (const blank of blanks) {
    const value = told[blank.id];
    const text = typeof value === 'string' ? value.trim() : value;
    if (text === undefined || text === null || text === '') return err('blank.missing', {}, blank.id);
    if (typeof text !== 'string' && typeof text !== 'number') return err('blank.unusable', {}, blank.id);
    if (!fits(blank, text)) return err('blank.unusable', {}, blank.id);
    filled[blank.id] = text;
  }
  return ok(filled);
}

function fits(blank: Blank, value: string | number): boolean {
  if (blank.kind === 'number') return typeof value === 'number' && Number.isInteger(value) && value >= blank.least && value <= blank.most;
  if (typeof value !== 'string') return false;
  switch (blank.kind) {
    case 'text':
      return value.length <= blank.longest;
    case 'choice':
      return blank.choices.includes(value);
    case 'colleague':
      return isUuid(value) || blank.parts.some((part) => part === value);
    case 'tag':
    case 'webhook':
      return isUuid(value);
  }
}

/** The value of a blank that holds text. */
export function textIn(filled: Filled, id: string): string {
  return String(filled[id] ?? '');
}

/** The value of a blank that holds a figure. */
export function numberIn(filled: Filled, id: string): number {
  return Number(filled[id] ?? 0);
}
