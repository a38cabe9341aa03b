import { insertCustomers, prepareCustomer, type NewCustomer } from '#features/people/server/index.ts';
import type { BusinessRows, CustomerLanguage, CustomerRow, OrganizationRow, PersonRow } from '#fixtures/business-rows.ts';
import { unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';

/** How somebody came into the books a second time, by the language of the one who did. */
const persons: readonly (readonly [CustomerLanguage, (row: PersonRow) => Told])[] = [
  // At the counter, on a keyboard without Greek letters.
  ['el', ({ latinName, phones }) => ({ name: latinName, phone: phones[0] })],
  // From the form of the newsletter, in the other order and with a slip of the finger.
  ['el', ({ person, emails }) => ({ name: `${withoutOneLetter(person.family)} ${person.given}`, email: emails[0] })],
  ['sr-Cyrl', ({ latinName, emails }) => ({ name: latinName, email: emails[0] })],
  ['bg', ({ person, phones }) => ({ name: `${person.given} ${person.family}`, phone: phones[0] })],
  ['fa', ({ latinName, phones }) => ({ name: latinName, phone: phones[0] })],
  ['hy', ({ latinName, emails }) => ({ name: latinName, email: emails[0] })],
];

type Told = { readonly name: string; readonly email?: string | undefined; readonly phone?: string | undefined };

/** Some customers of the sample stand in its books twice, as in any business: under another spelling, with half of what is known of them. */
export async function addTwins(
  tx: Tx,
  business: BusinessRows,
  known: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate; readonly owner: string },
): Promise<void> {
  const taken = new Set<string>();
  const told = persons.flatMap(([language, tell]): NewCustomer[] => {
    const row = business.customers.find(
      (one): one is PersonRow =>
        one.kind === 'person' && one.language === language && !taken.has(one.id) && one.emails.length > 0 && one.phones.length > 0,
    );
    if (!row) return [];
    taken.add(row.id);
    return [{ kind: 'person', ...tell(row), ...alike(row) }];
  });
  const organization = business.customers.find((one): one is OrganizationRow => one.kind === 'organization' && one.phones.length > 0);
  if (organization)
    told.push({ kind: 'organization', name: organization.latinName, phone: organization.phones[0], ...alike(organization) });
  const customers = told.map((one, index) => {
    const knownSinceOn = known.today.subtract({ days: 9 + index * 16 });
    return unwrap(prepareCustomer({ ...one, knownSinceOn }, { ...known, ownerId: known.owner }));
  });
  await insertCustomers(tx, known.now, known.owner, customers);
}

function alike({ country, language }: CustomerRow) {
  return { country, language };
}

function withoutOneLetter(word: string): string {
  return word.slice(0, 3) + word.slice(4);
}
