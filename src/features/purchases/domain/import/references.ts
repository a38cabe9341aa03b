import { revived } from '#kit/domain/formula-safety.ts';
import { saysNothing, unwrapped } from './plain-text.ts';

/**
 * A name or description as it is kept: without spaces around it, and without what only carried it through a spreadsheet: `="..."`, and
 * the apostrophe that keeps a formula from running.
 */
export function tidyText(cell: string): string {
  const text = unwrapped(cell.trim());
  return text.charCodeAt(0) === 39 ? revived(text) : text;
}

/**
 * A number or name by which another system knows something. References are texts: nothing is changed but what a spreadsheet
 * or a program adds on the way (`17850.0`, `NULL`).
 */
export function reference(cell: string): string {
  const text = tidyText(cell);
  if (saysNothing(text)) return '';
  return text.charCodeAt(text.length - 1) === 48 && /^\d+\.0$/.test(text) ? text.slice(0, -2) : text;
}

/** A long number that a spreadsheet has rounded: several may have become this one, so it identifies nothing. */
export function isMangled(text: string): boolean {
  return text.length > 4 && /^\d(?:[.,]\d+)?e\+\d+$/i.test(text);
}
