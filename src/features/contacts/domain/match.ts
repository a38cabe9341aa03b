import type { Contact, SetAsideReason } from './contact.ts';
import { likeness } from './names.ts';
import { folded } from './text.ts';

/** Somebody we have who may be the one in the file. */
export type Candidate = { readonly id: string; readonly kind: Contact['kind']; readonly name: string };

/** Whom the file may mean, by what it tells of them. */
export type Found = {
  /** By Tend's own id, by what an earlier import of the same source remembered, or by the customer number: no more than one. */
  readonly known: Candidate | undefined;
  readonly byEmail: readonly Candidate[];
  readonly byPhone: readonly Candidate[];
};

export type Match = { readonly customer: string } | 'new' | { readonly setAside: SetAsideReason };

/**
 * Which customer a contact of a file is. A key decides alone. An e-mail or a telephone number decides only together with a name that agrees,
 * since offices and families share them: where no name agrees it is somebody new, except by an e-mail under a name that shares a word with
 * ours, which only a person can tell. Whoever could be two customers is set aside.
 */
export function matchOf(contact: Pick<Contact, 'kind' | 'name'>, found: Found, fold: (name: string) => string = folded): Match {
  if (found.known) return found.known.kind === contact.kind ? { customer: found.known.id } : { setAside: 'other_kind' };
  const [byEmail, byPhone] = [found.byEmail, found.byPhone].map((all) => {
    const alike = all
      .filter(({ kind }) => kind === contact.kind)
      .map((one) => ({ id: one.id, likeness: likeness(one.name, contact.name, fold) }));
    return {
      agree: new Set(alike.flatMap((one) => (one.likeness === 'agree' ? one.id : []))),
      differ: alike.some((one) => one.likeness === 'differ'),
    };
  });
  if (!byEmail || !byPhone) return 'new';
  const both = byEmail.agree.intersection(byPhone.agree);
  const likely =
    both.size > 0
      ? both
      : byEmail.agree.size > 0 && byPhone.agree.size > 0
        ? byEmail.agree.union(byPhone.agree)
        : byEmail.agree.size > 0
          ? byEmail.agree
          : byPhone.agree;
  if (likely.size > 1) return { setAside: 'ambiguous' };
  const [customer] = likely;
  if (customer !== undefined) return { customer };
  return byEmail.differ ? { setAside: 'name_differs' } : 'new';
}

/** What we remember a contact of a source by: its own key there, else what it is reached by under its name, else the name alone. */
export function originKey(
  contact: Contact,
  fold: (name: string) => string = folded,
): { readonly key: string; readonly by: 'key' | 'reach' | 'name' } {
  const own = contact.sourceKey ?? contact.externalId;
  if (own !== null) return { key: `key:${own}`, by: 'key' };
  const reach = contact.emails[0]?.value ?? contact.phones[0]?.value;
  const name = fold(contact.name) || contact.name;
  return reach === undefined ? { key: `name:${name}`, by: 'name' } : { key: `reach:${reach} ${name}`, by: 'reach' };
}
