import { err, ok, type Result } from '#kit/domain/result.ts';

/** For how many days somebody can be given to think it over. */
export const longestWait = 90;

export type ErasureTold = {
  /** The name of the person, typed: whoever erases knows whom. */
  readonly confirm: string;
  readonly why: string;
  readonly afterDays: number;
};

/**
 * Reads the wish to erase somebody. Refused: another name than the person's (`erasure.not_confirmed`), no reason (`erasure.without_reason`), and a wait that
 * is none (`erasure.wait_too_long` {most}).
 */
export function readErasure(
  { confirm, why, afterDays }: ErasureTold,
  name: string,
): Result<{ readonly why: string; readonly afterDays: number }> {
  if (plain(confirm) !== plain(name)) return err('erasure.not_confirmed', {}, 'confirm');
  const reason = why.trim().slice(0, 500);
  if (reason === '') return err('erasure.without_reason', {}, 'why');
  if (!Number.isInteger(afterDays) || afterDays < 0 || afterDays > longestWait)
    return err('erasure.wait_too_long', { most: longestWait }, 'afterDays');
  return ok({ why: reason, afterDays });
}

/** As it was typed, whatever the keyboard makes of accents and spaces. */
function plain(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase();
}
