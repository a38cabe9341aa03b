import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { ContactPointOf, PostalAddressOf } from './customer-row.ts';

/*
 * The only writers of contact points and postal addresses. Values come tidy: as `readContactPoint` and `tidyPhone` make them.
 */

/**
 * Adds contact points to those that customers have, after them and in the order given; one that a customer has already, under whatever label,
 * is left as it is, and so are customers that there are none of. What was the first of its kind stays it. Set-based: an import gives thousands
 * at once. Answers how many were new.
 */
export async function writeContactPoints(tx: Tx, points: readonly ContactPointOf[]): Promise<number> {
  if (points.length === 0) return 0;
  const made = await tx.client.query(
    `insert into contact_point (workspace_id, id, customer_id, kind, value, label, place)
     select $1, n.id, n.customer_id, n.kind, n.value, n.label,
       coalesce((select max(p.place) + 1 from contact_point p where p.workspace_id = $1 and p.customer_id = n.customer_id and p.kind = n.kind), 0)
         + row_number() over (partition by n.customer_id, n.kind order by n.nth) - 1
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]) with ordinality as n (id, customer_id, kind, value, label, nth)
       join customer c on c.workspace_id = $1 and c.id = n.customer_id
     on conflict (workspace_id, customer_id, kind, value) do nothing`,
    pointParameters(tx, points),
  );
  await repeatFirstPoints(tx, [...new Set(points.map(({ customerId }) => customerId))]);
  return made.rowCount ?? 0;
}

/** Lets customers have these contact points and no others; several of one customer stand in the order given. */
export async function replaceContactPoints(tx: Tx, customers: readonly string[], points: readonly ContactPointOf[]): Promise<void> {
  await tx.client.query('delete from contact_point where workspace_id = $1 and customer_id = any($2::uuid[])', [tx.workspace, customers]);
  await insertContactPoints(tx, points);
  await repeatFirstPoints(tx, customers);
}

/** Writes the contact points of customers who have none yet and whose rows name the first ones already. */
export async function insertContactPoints(tx: Tx, points: readonly ContactPointOf[]): Promise<void> {
  if (points.length === 0) return;
  await tx.client.query(
    `insert into contact_point (workspace_id, id, customer_id, kind, value, label, place)
     select $1, n.id, n.customer_id, n.kind, n.value, n.label, row_number() over (partition by n.customer_id, n.kind order by n.nth) - 1
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]) with ordinality as n (id, customer_id, kind, value, label, nth)`,
    pointParameters(tx, points),
  );
}

/** Lets customers have these postal addresses and no others; several of one customer stand in the order given. */
export async function replaceAddresses(tx: Tx, customers: readonly string[], addresses: readonly PostalAddressOf[]): Promise<void> {
  await tx.client.query('delete from postal_address where workspace_id = $1 and customer_id = any($2::uuid[])', [tx.workspace, customers]);
  await insertAddresses(tx, addresses);
}

export async function insertAddresses(tx: Tx, addresses: readonly PostalAddressOf[]): Promise<void> {
  if (addresses.length === 0) return;
  await tx.client.query(
    `insert into postal_address (workspace_id, id, customer_id, label, street, postal_code, city, region, country, place)
     select $1, n.id, n.customer_id, n.label, n.street, n.postal_code, n.city, n.region, n.country, row_number() over (partition by n.customer_id order by n.nth) - 1
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) with ordinality
       as n (id, customer_id, label, street, postal_code, city, region, country, nth)`,
    [
      tx.workspace,
      addresses.map(() => newId()),
      addresses.map((one) => one.customerId),
      addresses.map((one) => one.label),
      addresses.map((one) => one.street),
      addresses.map((one) => one.postalCode),
      addresses.map((one) => one.city),
      addresses.map((one) => one.region),
      addresses.map((one) => one.country),
    ],
  );
}

/** The row of a customer names the first e-mail address and the first number, so that a list need not look further. */
async function repeatFirstPoints(tx: Tx, customers: readonly string[]): Promise<void> {
  await tx.client.query(
    `update customer c set email = f.email, phone = f.phone
     from (
       select o.id, (array_agg(p.value order by p.place) filter (where p.kind = 'email'))[1] as email,
         (array_agg(p.value order by p.place) filter (where p.kind = 'phone'))[1] as phone
       from unnest($2::uuid[]) as o (id) left join contact_point p on p.workspace_id = $1 and p.customer_id = o.id
       group by o.id
     ) f
     where c.workspace_id = $1 and c.id = f.id and (c.email, c.phone) is distinct from (f.email, f.phone)`,
    [tx.workspace, customers],
  );
}

function pointParameters(tx: Tx, points: readonly ContactPointOf[]): unknown[] {
  return [
    tx.workspace,
    points.map(() => newId()),
    points.map((point) => point.customerId),
    points.map((point) => point.kind),
    points.map((point) => point.value),
    points.map((point) => point.label),
  ];
}
