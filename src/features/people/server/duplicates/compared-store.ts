import type { Tx } from '#kit/server/db/index.ts';
import { comparedFields, comparedFrom, type Compared } from './likeness.ts';

/**
 * All that is compared of a customer as one line of text, by the customers `c` of a query. Characters that would part the fields do not
 * occur in names; where one slipped in it is left out.
 */
const pieces: Readonly<Record<keyof Compared, string>> = {
  kind: 'c.kind',
  name: 'c.name',
  latinName: 'c.latin_name',
  given: 'c.given',
  patronymic: 'c.patronymic',
  family: 'c.family',
  otherNames: 'c.other_names',
  nickname: 'c.nickname',
  legalName: 'c.legal_name',
  birthday: "c.birth_calendar || ' ' || coalesce(c.birth_year, 0) || ' ' || c.birth_month || ' ' || c.birth_day",
  street: 'a.street',
  postalCode: 'a.postal_code',
  city: 'a.city',
  emails: 'coalesce(p.emails, c.email)',
  phones: "coalesce(p.phones, replace(c.phone, ' ', ''))",
  websites: 'p.websites',
  organizations: 'r.organizations',
};
const line = `translate(${comparedFields.map((field) => `coalesce(${pieces[field]}, '')`).join(` || e'\\x1f' || `)}, e'\\n\\r\\t\\\\', '    ')`;

/** `$1` is the workspace; the rest of what hangs on a customer is gathered once for all of them. */
const gathered = `
  left join (
    select customer_id, string_agg(value, ' ') filter (where kind = 'email') as emails,
      string_agg(replace(value, ' ', ''), ' ') filter (where kind = 'phone') as phones, string_agg(value, ' ') filter (where kind = 'website') as websites
    from contact_point where workspace_id = $1 ONLY group by customer_id
  ) p on p.customer_id = c.id
  left join (
    select distinct on (customer_id) customer_id, street, postal_code, city from postal_address where workspace_id = $1 ONLY order by customer_id, place
  ) a on a.customer_id = c.id
  left join (
    select person_id, string_agg(organization_id::text, ' ') as organizations from contact_role where workspace_id = $1 PERSONS group by person_id
  ) r on r.person_id = c.id`;

/** Writes every customer, numbered, into a temporary table `compared (n, id, line)` that ends with the transaction. Answers how many. */
export async function gatherAll(tx: Tx): Promise<number> {
  await tx.client.query('drop table if exists pg_temp.compared');
  await tx.client.query(
    `create temporary table compared on commit drop as
     select row_number() over ()::integer as n, c.id, ${line} as line
     from customer c ${gathered.replaceAll('ONLY', '').replaceAll('PERSONS', '').replaceAll('$1', `'${tx.workspace}'`)}
     where c.workspace_id = '${tx.workspace}'`,
  );
  await tx.client.query('analyze pg_temp.compared');
  const { rows } = await tx.client.query<{ count: number }>('select count(*)::integer as count from pg_temp.compared');
  return rows[0]?.count ?? 0;
}

export async function readCompared(tx: Tx, customers: readonly string[]): Promise<ReadonlyMap<string, Compared>> {
  const only = gathered.replaceAll('ONLY', 'and customer_id = any($2::uuid[])').replaceAll('PERSONS', 'and person_id = any($2::uuid[])');
  const { rows } = await tx.client.query<{ id: string; line: string }>(
    `select c.id, ${line} as line from customer c ${only} where c.workspace_id = $1 and c.id = any($2::uuid[])`,
    [tx.workspace, customers],
  );
  return new Map(rows.map((row) => [row.id, comparedFrom(row.line)]));
}
