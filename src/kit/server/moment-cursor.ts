import { isUuid } from '../domain/ids.ts';
import { fail } from '../domain/result.ts';

/** Where a list that is sorted by moments and ids was left: the last row shown. */
export type MomentCursor = { readonly at: Temporal.Instant; readonly id: string };

/** The part of `rows` to show, of one more than asked for, and the cursor of what comes after it (null at the end). */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => MomentCursor,
): { shown: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return { shown, next: null };
  const { at, id } = cursorOf(last);
  return { shown, next: `${at.toString()}~${id}` };
}

/** Reads a cursor that came back; refuses what is none (`input.invalid`). */
export function readMomentCursor(cursor: string | undefined): MomentCursor | undefined {
  if (cursor === undefined) return undefined;
  const [moment = '', id = ''] = cursor.split('~');
  try {
    if (isUuid(id)) return { at: Temporal.Instant.from(moment), id };
  } catch {
    // Refused below.
  }
  throw fail('input.invalid', {}, 'after');
}
