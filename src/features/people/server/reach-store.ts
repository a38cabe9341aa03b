import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { ContactPointOf, PostalAddressOf } from './customer-row.ts';

/*
 * The only writers of contact points and postal addresses. Values come tidy: as `readContactPoint` and `tidyPhone` make them.
 */

/**
 * Adds contact points to those that customers have, after them and in the order given; one that a customer has already, under whatever label,
 * is left as it is, and so are customers that there are none of. What was the first of its kind stays it. Some thousands at a time are best.
 * Answers how many were new.
 */
export async function writeContactPoints(tx: Tx, points: readonly ContactPointOf[]): Promise<number> {
  if (points.length === 0) return 0;
  const ids = [...new Set(points.map(({ customerId }) => customerId))];
  // Read and put together here: the database knows nothing of rows that this transaction has just written, and would join them one by one.
  const here = new Set((await listReached(tx, ids)).map(({ id }) => id));
  const next = new Map<string, number>();
  const known = new Set<string>();
  for (const { customer_id: customerId, kind, value, place } of await listPoints(tx, ids)) {
    known.add(`${customerId} ${kind} ${value}`);
    next.set(`${customerId} ${kind}`, Math.max(place + 1, next.get(`${customerId} ${kind}`) ?? 0));
  }
  const fresh: Placed[] = [];
  for (const point of points) {
    const { customerId, kind, value } = point;
    if (!here.has(customerId) || known.has(`${customerId} ${kind} ${value}`)) continue;
    const place = next.get(`${customerId} ${kind}`) ?? 0;
    known.add(`${customerId} ${kind} ${value}`);
    next.set(`${customerId} ${kind}`, place + 1);
    fresh.push({ ...point, place });
  }
  const made = await insertPlaced(tx, fresh);
  await setFirst(
    tx,
    fresh.filter(({ place }) => place === 0),
  );
  return made;
}

/** Lets customers have these contact points and no others; several of one customer stand in the order given. */
export async function replaceContactPoints(tx: Tx, customers: readonly string[], points: readonly ContactPointOf[]): Promise<void> {
  await tx.client.query('delete from contact_point where workspace_id = $1 and customer_id = any($2::uuid[])', [tx.workspace, customers]);
  await insertContactPoints(tx, points);
  const first = new Map(
    placed(points).flatMap(({ place, customerId, kind, value }) => (place === 0 ? [[`${customerId} ${kind}`, value] as const] : [])),
  );
  await tx.client.query(
    `update customer c set email = f.email, phone = f.phone from unnest($2::uuid[], $3::text[], $4::text[]) as f (id, email, phone)
     where c.workspace_id = $1 and c.id = f.id and (c.email, c.phone) is distinct from (f.email, f.phone)`,
    [
      tx.workspace,
      customers,
      customers.map((customer) => first.get(`${customer} email`) ?? null),
      customers.map((customer) => first.get(`${customer} phone`) ?? null),
    ],
  );
}

/** Writes the contact points of customers who have none yet and whose rows name the first ones already. */
export async function insertContactPoints(tx: Tx, points: readonly ContactPointOf[]): Promise<void> {
  await insertPlaced(tx, placed(points));
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

type Placed = ContactPointOf & { readonly place: number };

/** Each with its place among those of its kind and customer, in the order given. */
function placed(points: readonly ContactPointOf[]): Placed[] {
  const next = new Map<string, number>();
  return points.map((point) => {
    const place = next.get(`${point.customerId} ${point.kind}`) ?? 0;
    next.set(`${point.customerId} ${point.kind}`, place + 1);
    return { ...point, place };
  });
}

async function insertPlaced(tx: Tx, points: readonly Placed[]): Promise<number> {
  if (points.length === 0) return 0;
  const made = await tx.client.query(
    `insert into contact_point (workspace_id, id, customer_id, kind, value, label, place)
     select $1, n.id, n.customer_id, n.kind, n.value, n.label, n.place
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::smallint[]) as n (id, customer_id, kind, value, label, place)
     on conflict (workspace_id, customer_id, kind, value) do nothing`,
    [
      tx.workspace,
      points.map(() => newId()),
      points.map((point) => point.customerId),
      points.map((point) => point.kind),
      points.map((point) => point.value),
      points.map((point) => point.label),
      points.map((point) => point.place),
    ],
  );
  return made.rowCount ?? 0;
}

/** The row of a customer names the first e-mail address and the first number, so that a list need not look further. */
async function setFirst(tx: Tx, firsts: readonly ContactPointOf[]): Promise<void> {
  for (const kind of ['email', 'phone'] as const) {
    const some = firsts.filter((one) => one.kind === kind);
    if (some.length === 0) continue;
    await tx.client.query(
      `update customer c set ${kind} = f.value from unnest($2::uuid[], $3::text[]) as f (id, value)
       where c.workspace_id = $1 and c.id = f.id and c.${kind} is distinct from f.value`,
      [tx.workspace, some.map(({ customerId }) => customerId), some.map(({ value }) => value)],
    );
  }
}

async function listReached(tx: Tx, customers: readonly string[]): Promise<{ id: string }[]> {
  const found = await tx.client.query<{ id: string }>('select id from customer where workspace_id = $1 and id = any($2::uuid[])', [
    tx.workspace,
    customers,
  ]);
  return found.rows;
}

async function listPoints(
  tx: Tx,
  customers: readonly string[],
): Promise<{ customer_id: string; kind: string; value: string; place: number }[]> {
  const found = await tx.client.query<{ customer_id: string; kind: string; value: string; place: number }>(
    'select customer_id, kind, value, place from contact_point where workspace_id = $1 and customer_id = any($2::uuid[])',
    [tx.workspace, customers],
  );
  return found.rows;
}
