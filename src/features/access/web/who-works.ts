import { mayBeEntrusted, type Role } from '../domain/index.ts';

/** Those of some colleagues who work with customers: to whom a customer or a promise can be given. */
export function whoWorks<One extends { readonly role: Role }>(colleagues: readonly One[]): One[] {
  return colleagues.filter(mayBeEntrusted);
}
