import { saysNothing, unwrapped } from './plain-text.ts';

/** A name or description as it is kept: without spaces around it, and with an empty `="..."` taken off. */
export function tidyText(cell: string): string {
  return unwrapped(cell.trim());
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
