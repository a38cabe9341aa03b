import type { Tx } from '#kit/server/db/index.ts';
import { timeZoneOf } from '../domain/index.ts';
import { queryOf, readTyped } from './names/typed.ts';
import type { PeopleTables } from './tables.ts';

/** What the database is asked for where names or a number were typed, in whatever script and spelling: a query for `find_customers`; undefined where nothing to look for was typed. */
export function nameQuery(typed: string): string | undefined {
  const words = readTyped(typed);
  return words.length === 0 ? undefined : queryOf(words, { of: 'names', earlier: 'beginnings' });
}

/**
 * Ids of the customers whose names or number fit what was typed, in whatever script and spelling, in no particular order and at most `most`
 * of them. Empty when nothing to look for was typed.
 */
export async function findCustomers(tx: Tx, typed: string, most: number): Promise<string[]> {
  const query = nameQuery(typed);
  if (query === undefined) return [];
  // Thousands of them travel faster as one text than as rows.
  const { rows } = await tx.client.query<{ ids: string }>(
    "select coalesce(string_agg(customer_id::text, ','), '') as ids from find_customers($1, $2)",
    [query, most],
  );
  return rows[0]?.ids.split(',').filter(Boolean) ?? [];
}

/** How to reach and to address a customer. */
export type Contact = {
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly latinName: string | null;
  readonly prefix: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly family: string | null;
  readonly nickname: string | null;
  readonly greeting: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string | null;
  readonly formality: 'formal' | 'familiar' | null;
};

/** How to reach and to address several customers, by id; those who are none of this workspace are left out. */
export async function contactsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select([
      'id',
      'kind',
      'name',
      'latin_name as latinName',
      'prefix',
      'given',
      'patronymic',
      'family',
      'nickname',
      'greeting',
      'phone',
      'email',
      'language',
      'formality',
    ])
    .where('workspace_id', '=', tx.workspace)
    // One statement for however many: it is kept, and the round of the night asks for thousands.
    .where((is) => is('id', '=', is.fn.any(is.val([...ids]))))
    .execute();
  return new Map(rows.map(({ id, ...contact }) => [id, contact]));
}

/** Whose clocks several customers live by, by id, as far as that is known. */
export async function timeZonesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select(['id', 'time_zone as timeZone', 'country'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const timeZone = timeZoneOf(row);
      return timeZone === null ? [] : [[row.id, timeZone] as const];
    }),
  );
}
