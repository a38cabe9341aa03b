import { fail } from '#kit/domain/result.ts';
import { may, type Right, type Role } from '../domain/index.ts';

/** The one place where the server refuses what somebody has no right to (`access.forbidden`). */
export function requireRight(who: { readonly role: Role }, right: Right, answersFor = false): void {
  if (!may(who.role, right, answersFor)) throw fail('access.forbidden');
}
