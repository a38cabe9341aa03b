import pg from 'pg';
import type { Tx } from '#kit/server/db/index.ts';

/** New products are made under the ids that the lines carry; where a product turns out to be known, the lines get its id. */
export async function mergeProducts(tx: Tx): Promise<number> {
  const made = await tx.client.query(
    `insert into product (workspace_id, id, code, name)
     select distinct on (code) $1::uuid, id, code, name from import_product order by code, firm desc, id
     on conflict (workspace_id, code) do nothing`,
    [tx.workspace],
  );
  const renamed = await tx.client.query(
    `create temporary table import_renamed on commit drop as
     select i.id as staged, p.id from import_product i join product p on p.workspace_id = '${tx.workspace}' and p.code = i.code and p.id <> i.id`,
  );
  if (renamed.rowCount) {
    await tx.client.query('analyze import_renamed');
    const renaming = `product_ids = (
        select array_agg(coalesce(n.id, one.id) order by one.place)
        from unnest(product_ids) with ordinality as one(id, place) left join import_renamed n on n.staged = one.id
      )`;
    const affected = 'product_ids && (select array_agg(staged) from import_renamed)';
    await tx.client.query(`update import_lines set ${renaming} where ${affected}`);
    await tx.client.query(
      `update purchase_lines set ${renaming} where workspace_id = $1 and purchase_id in (select id from import_run where early) and ${affected}`,
      [tx.workspace],
    );
  }
  return made.rowCount ?? 0;
}

/** One row a customer, in the form that `ensureCustomers` asks for. */
export async function gatherCustomers(tx: Tx): Promise<void> {
  const first = (column: string) => `(array_agg(${column} order by ordinal) filter (where ${column} is not null))[1]`;
  await tx.client.query(`
    create temporary table import_customer (
      external_id text primary key, name text, email text, phone text, country text, known_since_on date not null, customer_id uuid
    ) on commit drop;
    insert into import_customer (external_id, name, email, phone, country, known_since_on)
    select external_id, ${first('name')}, ${first('email')}, ${first('phone')}, ${first('country')}, date '1970-01-01' + min(since_day)
    from import_person group by external_id;
    analyze import_customer (external_id)`);
}

/**
 * One row a purchase of the file, and which of them are known. A number that stands with several customers, in the file or against what is
 * known, cannot mean one purchase: the others go by the number and the customer. Lines without a customer belong to the number's first one.
 */
export async function gatherPurchases(tx: Tx, timeZone: string): Promise<void> {
  const zone = pg.escapeLiteral(timeZone);
  // Nobody looks at temporary tables by itself, and a plan for tables of unknown size can take hours: hence the `analyze`s.
  await tx.client.query(`
    create temporary table import_part on commit drop as
    with part as (
      select r.id, r.line, r.number as written, r.adjusted, r.returned, r.negative, r.amount, r.lines, r.early, c.customer_id, c.external_id,
        case when r.ahead is null then r.local_at at time zone ${zone} else (r.local_at - make_interval(mins => r.ahead)) at time zone 'UTC' end as placed_at
      from import_run r left join import_person p on p.ordinal = r.person left join import_customer c on c.external_id = p.external_id
    ), told as (
      select distinct on (written) written, customer_id from part order by written, customer_id is null, line
    ), holder as (
      select t.written, coalesce(k.customer_id, t.customer_id) as customer_id
      from told t left join purchase k on k.workspace_id = '${tx.workspace}' and k.number = t.written
    )
    select part.id, part.line, part.placed_at, part.adjusted, part.returned, part.negative, part.amount, part.lines, part.early,
      coalesce(part.customer_id, holder.customer_id) as customer_id, part.customer_id <> holder.customer_id as shared,
      case when part.customer_id <> holder.customer_id then part.written || ' (' || part.external_id || ')' else part.written end as number
    from part join holder using (written);
    analyze import_part (line, number);
    create temporary table import_purchase on commit drop as
    select first.id, f.*, first.customer_id, k.id as known_id from (
      select number, min(line) as line, min(placed_at) as placed_at, bool_or(adjusted or returned) as told, sum(amount) as amount, sum(lines)::integer as lines, count(*) as parts, bool_or(early) as early,
        case when bool_or(adjusted) then 'adjustment' when bool_or(returned) or bool_and(negative) then 'return' else 'sale' end as kind
      from import_part group by number
    ) f join import_part first using (line, number) left join purchase k on k.workspace_id = '${tx.workspace}' and k.number = f.number;
    analyze import_purchase (id, number, known_id, parts)`);
}

export type PurchaseCounts = {
  readonly sales: number;
  readonly returns: number;
  readonly adjustments: number;
  readonly customers: number;
  readonly customersWithSale: number;
  /** Purchases whose number also stands with another customer. */
  readonly numbersShared: number;
};

/** What the file holds, known or new. */
export async function countPurchases(tx: Tx): Promise<PurchaseCounts & { readonly known: number }> {
  const { rows } = await tx.client.query<PurchaseCounts & { known: number }>(`
    select count(*) filter (where kind = 'sale')::int as sales, count(*) filter (where kind = 'return')::int as returns,
      count(*) filter (where kind = 'adjustment')::int as adjustments, count(known_id)::int as known,
      (select count(*)::int from (select distinct customer_id from import_purchase where kind = 'sale' and customer_id is not null) one) as "customersWithSale",
      (select count(*)::int from import_customer) as customers,
      (select count(distinct number)::int from import_part where shared) as "numbersShared"
    from import_purchase`);
  const [counts] = rows;
  if (!counts) throw new Error('an aggregate always has a row');
  return counts;
}

export type Change = { readonly purchases: number; readonly lines: number };

export type PurchaseTerms = { readonly importId: string; readonly currency: string; readonly digits: number; readonly timeZone: string };

/** Writes the purchases that were not known, with their lines in the order of the file. */
export async function insertNewPurchases(tx: Tx, { importId, currency, digits, timeZone }: PurchaseTerms): Promise<Change> {
  const made = await tx.client.query(
    `insert into purchase (workspace_id, id, number, customer_id, kind, placed_at, placed_on, currency, total_minor, line_count, import_id)
     select $1, id, number, customer_id, kind, placed_at, (placed_at at time zone $5)::date, $2, round(amount * $3::numeric), lines, $4
     from import_purchase where known_id is null`,
    [tx.workspace, currency, 10 ** digits, importId, timeZone],
  );
  await tx.client.query(
    `insert into purchase_lines (workspace_id, purchase_id, product_ids, quantities, unit_prices)
     select $1, f.id, l.product_ids, l.quantities, l.unit_prices from import_purchase f join import_lines l on l.run_id = f.id
     where f.known_id is null and f.parts = 1`,
    [tx.workspace],
  );
  // Lines that lie scattered in the file; the first of them may have gone before.
  await tx.client.query(
    `insert into purchase_lines as l (workspace_id, purchase_id, product_ids, quantities, unit_prices)
     select $1, f.id, array_agg(one.product order by p.line, one.place), array_agg(one.quantity order by p.line, one.place),
       array_agg(one.price order by p.line, one.place)
     from import_purchase f join import_part p using (number) join import_lines r on r.run_id = p.id
       cross join unnest(r.product_ids, r.quantities, r.unit_prices) with ordinality as one(product, quantity, price, place)
     where f.known_id is null and f.parts > 1 group by f.id
     on conflict (workspace_id, purchase_id) do update set product_ids = l.product_ids || excluded.product_ids,
       quantities = l.quantities || excluded.quantities, unit_prices = l.unit_prices || excluded.unit_prices`,
    [tx.workspace],
  );
  const { rows } = await tx.client.query<{ lines: number; lost: number }>(
    `select coalesce(sum(lines), 0)::int as lines,
       (select count(*)::int from import_run r where r.early and not exists (select from import_purchase f where f.id = r.id and f.known_id is null)) as lost
     from import_purchase where known_id is null`,
  );
  const [written] = rows;
  if (written?.lost !== 0) throw new Error('lines were written ahead for a purchase that is none');
  return { purchases: made.rowCount ?? 0, lines: written.lines };
}

/**
 * Adds to known purchases the lines that they do not have yet. A line is known by its product, quantity and price and, among lines that are
 * alike in these, by how many there are: three in the file and two known is one new.
 */
export async function extendKnownPurchases(tx: Tx, { digits }: Pick<PurchaseTerms, 'digits'>): Promise<Change> {
  const additions = await tx.client.query(
    `create temporary table import_addition on commit drop as
     with doubtful as (
       select f.known_id, f.number from import_purchase f join purchase_lines l on l.workspace_id = '${tx.workspace}' and l.purchase_id = f.known_id
       where not exists (
         select from import_lines r where r.run_id = f.id and f.parts = 1
           and (r.product_ids, r.quantities, r.unit_prices) is not distinct from (l.product_ids, l.quantities, l.unit_prices)
       )
     ), told as (
       select d.known_id as purchase_id, one.product, one.quantity, one.price, p.line, one.place,
         row_number() over (partition by d.known_id, one.product, one.quantity, one.price order by p.line, one.place) as time
       from doubtful d join import_part p using (number) join import_lines r on r.run_id = p.id
         cross join unnest(r.product_ids, r.quantities, r.unit_prices) with ordinality as one(product, quantity, price, place)
     ), known as (
       select l.purchase_id, one.product, one.quantity, one.price,
         row_number() over (partition by l.purchase_id, one.product, one.quantity, one.price) as time
       from doubtful d join purchase_lines l on l.workspace_id = '${tx.workspace}' and l.purchase_id = d.known_id
         cross join unnest(l.product_ids, l.quantities, l.unit_prices) as one(product, quantity, price)
     )
     select purchase_id, array_agg(product order by line, place) as product_ids, array_agg(quantity order by line, place) as quantities,
       array_agg(price order by line, place) as unit_prices
     from told where not exists (
       select from known k where k.purchase_id = told.purchase_id and k.product is not distinct from told.product
         and k.quantity = told.quantity and k.price = told.price and k.time = told.time
     ) group by purchase_id`,
  );
  // An anonymous sale whose customer a later export knows.
  await tx.client.query(
    `update purchase p set customer_id = f.customer_id from import_purchase f
     where p.workspace_id = $1 and p.id = f.known_id and p.customer_id is null and f.customer_id is not null`,
    [tx.workspace],
  );
  if (!additions.rowCount) return { purchases: 0, lines: 0 };
  await tx.client.query('analyze import_addition (purchase_id)');
  await tx.client.query(
    `update purchase_lines l set product_ids = l.product_ids || a.product_ids, quantities = l.quantities || a.quantities, unit_prices = l.unit_prices || a.unit_prices
     from import_addition a where l.workspace_id = $1 and l.purchase_id = a.purchase_id`,
    [tx.workspace],
  );
  await tx.client.query(
    `update purchase p set
       line_count = cardinality(l.quantities),
       total_minor = (select round(sum(one.quantity * one.price) * $2::numeric) from unnest(l.quantities, l.unit_prices) as one(quantity, price)),
       kind = case when f.told then f.kind when p.kind = 'adjustment' then p.kind when 0 > all (l.quantities) then 'return' else 'sale' end
     from import_addition a join import_purchase f on f.known_id = a.purchase_id
       join purchase_lines l on l.workspace_id = $1 and l.purchase_id = a.purchase_id
     where p.workspace_id = $1 and p.id = a.purchase_id`,
    [tx.workspace, 10 ** digits],
  );
  const { rows } = await tx.client.query<{ lines: number }>('select sum(cardinality(quantities))::int as lines from import_addition');
  return { purchases: additions.rowCount, lines: rows[0]?.lines ?? 0 };
}
