import { fail } from '#kit/domain/result.ts';
import { mayBeEntrusted } from '../domain/index.ts';
import type { HeldColleagues } from './store.ts';

/**
 * Refuses to entrust customers or promises to a colleague who is not among those held (by the code told), and to one who may not work with customers
 * (`access.colleague_only_reads`).
 */
export function requireEntrustable(
  held: HeldColleagues,
  id: string,
  otherwise: { readonly unknown: string; readonly field: string },
): void {
  const colleague = held.get(id);
  if (!colleague) throw fail(otherwise.unknown, {}, otherwise.field);
  if (!mayBeEntrusted(colleague)) throw fail('access.colleague_only_reads', {}, otherwise.field);
}
