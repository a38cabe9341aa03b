import { findCustomersByReach, findKnownCustomers, searchName, type ErasedPeople, type Sign } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import {
  matchOf,
  originKey,
  type Candidate,
  type Contact,
  type ContactSource,
  type SetAsideReason,
  type Written,
} from '../../domain/index.ts';
import { findOrigins, originSign } from './origin-store.ts';

/** Whom a contact of the file is, and by what it is remembered. */
export type Recognized = { readonly key: string; readonly by: 'key' | 'reach' | 'name' } & (
  | { readonly customer: string; readonly written: Written }
  | { readonly customer: 'new' }
  | { readonly setAside: SetAsideReason }
);

/**
 * Knows customers by all that a file can tell of them: those in the database, looked up for many contacts at once, and those that earlier rows of
 * the file made or changed, who may not be written yet. Whoever was erased is known by nothing but that.
 */
export function createAcquaintance(tx: Tx, source: ContactSource, erased: ErasedPeople | undefined) {
  const byId = new Map<string, Candidate>();
  const byKey = new Map<string, { candidate: Candidate; written: Written }>();
  const byExternalId = new Map<string, Candidate>();
  const byReach = new Map<string, Map<string, Candidate>>();
  const namesSeen = new Set<string>();
  const isOurNumber = source === 'tend' || source === 'table';

  function reachable(value: string, candidate: Candidate): void {
    const all = byReach.get(value) ?? new Map<string, Candidate>();
    byReach.set(value, all.set(candidate.id, candidate));
  }

  function wasErased(key: string, { id, externalId, emails, phones }: Contact): boolean {
    if (!erased) return false;
    if (id !== null && erased.has({ kind: 'id', value: id })) return true;
    if (externalId !== null && erased.has({ kind: 'number', value: externalId })) return true;
    const reach: Sign[] = [
      ...emails.map(({ value }): Sign => ({ kind: 'email', value })),
      ...phones.map(({ value }): Sign => ({ kind: 'phone', value })),
    ];
    if (reach.some((sign) => erased.has(sign))) return true;
    // Somebody whom a colleague wrote down again by an address is not kept away by what an earlier file called them.
    return erased.has(originSign(source, key)) && !reach.some((sign) => erased.traceOf(sign));
  }

  return {
    /** Looks up whoever in the database these contacts may be. */
    async meet(contacts: readonly Contact[]): Promise<void> {
      const keys = contacts.map((contact) => originKey(contact, fold).key).filter((key) => !byKey.has(key));
      const origins = await findOrigins(tx, source, keys);
      const ids = [...origins.map(({ customerId }) => customerId), ...(source === 'tend' ? contacts.flatMap(({ id }) => id ?? []) : [])];
      const externalIds = isOurNumber ? contacts.flatMap(({ externalId }) => externalId ?? []) : [];
      for (const one of await findKnownCustomers(tx, { ids, externalIds })) {
        const candidate = byId.get(one.id) ?? one;
        byId.set(one.id, candidate);
        if (one.externalId !== null && !byExternalId.has(one.externalId)) byExternalId.set(one.externalId, candidate);
      }
      for (const { key, customerId, written } of origins) {
        const candidate = byId.get(customerId);
        if (candidate) byKey.set(key, { candidate, written });
      }
      const reach = await findCustomersByReach(tx, {
        emails: contacts.flatMap(({ emails }) => emails.map(({ value }) => value)),
        phones: contacts.flatMap(({ phones }) => phones.map(({ value }) => value)),
      });
      for (const one of reach) reachable(one.reach, byId.get(one.id) ?? one);
    },
    recognize(contact: Contact): Recognized {
      const { key, by } = originKey(contact, fold);
      if (wasErased(key, contact)) return { key, by, setAside: 'erased' };
      if (by === 'name') {
        if (namesSeen.has(key)) return { key, by, setAside: 'indistinct' };
        namesSeen.add(key);
      }
      const origin = byKey.get(key);
      const ours = source === 'tend' && contact.id !== null ? byId.get(contact.id) : undefined;
      const numbered = isOurNumber && contact.externalId !== null ? byExternalId.get(contact.externalId) : undefined;
      const reached = (points: Contact['emails']) => [...new Map(points.flatMap(({ value }) => [...(byReach.get(value) ?? [])])).values()];
      const match = matchOf(
        contact,
        { known: ours ?? origin?.candidate ?? numbered, byEmail: reached(contact.emails), byPhone: reached(contact.phones) },
        fold,
      );
      if (match === 'new') return { key, by, customer: 'new' };
      if ('setAside' in match) return { key, by, setAside: match.setAside };
      return { key, by, customer: match.customer, written: origin?.candidate.id === match.customer ? origin.written : {} };
    },
    /** Remembers what a row told of somebody, for the rows that follow. */
    introduce(key: string, contact: Contact, customer: string, written: Written): void {
      const candidate = byId.get(customer) ?? { id: customer, kind: contact.kind, name: contact.name };
      byId.set(customer, candidate);
      byKey.set(key, { candidate, written });
      if (contact.externalId !== null && isOurNumber && !byExternalId.has(contact.externalId))
        byExternalId.set(contact.externalId, candidate);
      for (const { value } of [...contact.emails, ...contact.phones]) reachable(value, candidate);
    },
    holderOf: (externalId: string) => byExternalId.get(externalId)?.id,
    /** Lets go of what has been written to the database, where it is found again. */
    forget(): void {
      for (const known of [byId, byKey, byExternalId, byReach]) known.clear();
    },
  };
}

/** Names are compared as a search compares them: without accents, in one script. */
export function fold(name: string): string {
  return searchName(name).trim();
}
