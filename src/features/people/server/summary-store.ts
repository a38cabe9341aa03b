import type { Tx } from '#kit/server/db/index.ts';
import { living, type SummaryPart, type SummaryScope } from '#kit/server/summary.ts';
import { renamePeopleInFields } from './custom-fields/value-store.ts';
import { keepFindable, makeFindable } from './find/keep-findable.ts';

/**
 * People makes and removes the rows that the other features fill. Names and owners are today's on every day, since whoever looks back wants
 * to see what happened, under the names known now; who was known, and who was a key customer, is the day's.
 */
export const summary: SummaryPart = {
  feature: 'people',
  refresh: async (tx, scope) => {
    if (scope.areNew) return await insertRows(tx, scope);
    if (scope.asOfOn === living) await (scope.customers === 'all' ? makeFindable(tx) : keepFindable(tx, scope.customers));
    // One behind the other on the wire.
    await Promise.all([
      scope.asOfOn === living ? renamePeopleInFields(tx, scope.customers) : undefined,
      updateRows(tx, scope),
      insertRows(tx, scope),
      deleteRows(tx, scope),
    ]);
  },
};

// Only where something changed, and not by ON CONFLICT, which would write a lock into every row.
async function updateRows(tx: Tx, scope: SummaryScope): Promise<void> {
  const { values, only } = parametersOf(tx, scope);
  await tx.client.query(
    `update customer_summary s set kind = c.kind, name = c.name, sort_name = c.sort_name, search_name = c.search_name, external_id = c.external_id,
       country = c.country, language = c.language, owner_id = c.owner_id, deputy_id = c.deputy_id, key_since_on = k.listed_on
     from ${knownOn(only)}
     where s.workspace_id = $1 and s.as_of_on = $3::date and s.customer_id = c.id
       and (s.kind, s.name, s.sort_name, s.search_name, s.external_id, s.country, s.language, s.owner_id, s.deputy_id, s.key_since_on)
         is distinct from (c.kind, c.name, c.sort_name, c.search_name, c.external_id, c.country, c.language, c.owner_id, c.deputy_id, k.listed_on)`,
    values,
  );
}

async function insertRows(tx: Tx, scope: SummaryScope): Promise<void> {
  const { values, only } = parametersOf(tx, scope);
  await tx.client.query(
    `insert into customer_summary (workspace_id, as_of_on, customer_id, kind, name, sort_name, search_name, external_id, country, language, owner_id, deputy_id, key_since_on)
     select $1, $3::date, c.id, c.kind, c.name, c.sort_name, c.search_name, c.external_id, c.country, c.language, c.owner_id, c.deputy_id, k.listed_on
     from ${knownOn(only)}
     where not exists (select from customer_summary s where s.workspace_id = $1 and s.as_of_on = $3::date and s.customer_id = c.id)
     on conflict do nothing`,
    values,
  );
}

async function deleteRows(tx: Tx, scope: SummaryScope): Promise<void> {
  const { values, only } = parametersOf(tx, scope);
  await tx.client.query(
    `delete from customer_summary s where s.workspace_id = $1 and s.as_of_on = $3::date ${only('s.customer_id')}
       and not exists (select from customer c where c.workspace_id = $1 and c.id = s.customer_id and not c.contact_only and ${known})`,
    values,
  );
}

// Whoever is on a list today stays there, even where the clock was ahead when they were made.
const known = "(c.known_since_on <= $2::date or $3::date = 'infinity')";

function knownOn(only: (column: string) => string): string {
  return `(select * from customer c where c.workspace_id = $1 and not c.contact_only and ${known} ${only('c.id')}) c
    left join key_customer k on k.workspace_id = $1 and k.customer_id = c.id and k.listed_on <= $2::date and (k.removed_on is null or k.removed_on > $2::date)`;
}

function parametersOf(tx: Tx, { day, asOfOn, customers }: SummaryScope): { values: unknown[]; only: (column: string) => string } {
  const values: unknown[] = [tx.workspace, day.toString(), asOfOn];
  if (customers === 'all') return { values, only: () => '' };
  return { values: [...values, customers], only: (column) => `and ${column} = any($4::uuid[])` };
}

/** Since when the customers asked about are key customers, of those who are. */
export async function listKeySince(
  tx: Tx,
  asOfOn: string,
  customers: readonly string[],
): Promise<{ id: string; since: Temporal.PlainDate }[]> {
  const { rows } = await tx.client.query<{ id: string; since: Temporal.PlainDate }>(
    `select customer_id as id, key_since_on as since from customer_summary
     where workspace_id = $1 and as_of_on = $2::date and customer_id = any($3::uuid[]) and key_since_on is not null`,
    [tx.workspace, asOfOn, customers],
  );
  return rows;
}
