import type { NewlyMentioned } from '#features/people/server/index.ts';
import type { WireId } from '#kit/server/db/index.ts';

export const details = ['customerName', 'customerEmail', 'customerPhone', 'country'] as const;

/** A customer as the lines of a file tell of them. */
export type Person = Record<(typeof details)[number], string> & {
  readonly reference: string;
  /** Undefined: it may be known, but nobody looked. */
  readonly id: string | undefined;
  readonly wire: WireId | undefined;
  sinceDay: number;
  /** Whether more was told than the database knows. */
  news: boolean;
};
export type NewPerson = Person & { readonly id: string };

/** How a new one is made. */
export function mentioned(person: NewPerson): NewlyMentioned {
  return {
    id: person.id,
    external_id: person.reference,
    name: person.customerName || null,
    email: person.customerEmail || null,
    phone: person.customerPhone || null,
    country: person.country || null,
    known_since_on: Temporal.PlainDate.from('1970-01-01').add({ days: person.sinceDay }),
  };
}
