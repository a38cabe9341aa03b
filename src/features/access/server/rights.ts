import { fail } from '#kit/domain/result.ts';
import { may, type Acting, type Right } from '../domain/index.ts';

/** The one place where the server refuses what somebody has no right to (`access.forbidden`). */
export function requireRight(who: Acting, right: Right, answersFor = false): void {
  if (!may(who, right, answersFor)) throw fail('access.forbidden');
}
