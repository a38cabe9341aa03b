import pg from 'pg';
import type { Tx } from '#kit/server/db/index.ts';

/**
 * New products are made under the ids that the lines carry, those with a firm name at once and the others at the end: their name may yet
 * be better. Those that are known already are noted for `renameProducts`.
 */
export async function mergeProducts(tx: Tx, which: 'firm' | 'all'): Promise<number> {
  const { rows } = await tx.client.query<{ made: number }>(`
    with chosen as (
      delete from import_product ${which === 'firm' ? 'where firm' : ''} returning *
    ), made as (
      insert into product (workspace_id, id, code, name)
      select distinct on (code) '${tx.workspace}'::uuid, id, code, name from chosen order by code, firm desc, id
      on conflict (workspace_id, code) do nothing returning id
    ), known as (
      insert into import_renamed select id, code from chosen where id not in (select id from made)
    )
    select count(*)::int as made from made`);
  return rows[0]?.made ?? 0;
}

/** Gives the lines of this import the ids of products that were known under others. */
export async function renameProducts(tx: Tx): Promise<void> {
  const { rowCount: renamed } = await tx.client.query('select from import_renamed limit 1');
  if (!renamed) return;
  await tx.client.query('update import_renamed r set id = (select p.id from product p where p.code = r.code)');
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

/** Brings what the file tells of known customers into the form that `ensureCustomers` asks for: one row each; what was told first holds. */
export async function gatherCustomers(tx: Tx): Promise<number> {
  const { rowCount } = await tx.client.query(`
    with told as (delete from import_person returning *)
    insert into import_customer as c (external_id, name, email, phone, country, known_since_on) select * from told
    on conflict (external_id) do update set name = coalesce(c.name, excluded.name), email = coalesce(c.email, excluded.email),
      phone = coalesce(c.phone, excluded.phone), country = coalesce(c.country, excluded.country),
      known_since_on = least(c.known_since_on, excluded.known_since_on)`);
  return rowCount ?? 0;
}

export type PurchaseTerms = { readonly importId: string; readonly currency: string; readonly digits: number; readonly timeZone: string };

const columns = 'workspace_id, id, number, customer_id, kind, placed_at, placed_on, currency, total_minor, line_count, import_id';

function purchaseValues(tx: Tx, { importId, currency, digits, timeZone }: PurchaseTerms): string {
  return `'${tx.workspace}'::uuid, id, number, customer_id, kind, placed_at, (placed_at at time zone ${pg.escapeLiteral(timeZone)})::date,
    ${pg.escapeLiteral(currency)}, round(amount * 1e${digits}), lines, '${importId}'::uuid`;
}

/**
 * Enters the purchases of a load whose number nobody has seen, while the file is still being read. Runs of the other numbers wait: what
 * they mean is known at the end.
 */
export async function enterPurchases(tx: Tx, terms: PurchaseTerms): Promise<void> {
  await tx.client.query(`
    with load as (
      select id, line, number, customer, customer_id,
        case when ahead is null then local_at at time zone ${pg.escapeLiteral(terms.timeZone)}
          else (local_at - make_interval(mins => ahead)) at time zone 'UTC' end as placed_at,
        kind, told, amount, lines, early, apart
      from import_load
    ), entered as (
      insert into purchase (${columns}) select ${purchaseValues(tx, terms)} from load where early
    )
    insert into import_run select * from load;
    insert into purchase_lines (workspace_id, purchase_id, product_ids, quantities, unit_prices)
    select '${tx.workspace}', id, product_ids, quantities, unit_prices from import_load where early;
    insert into import_lines select id, product_ids, quantities, unit_prices from import_load where not early;
    truncate import_load`);
}

// Under which number lines go where the number that they bear is another customer's.
const apart = "coalesce(w.apart, w.number || ' (' || w.customer || ')')";

/**
 * One row a purchase whose lines did not come in one piece, or whose number may have been known before, and which of them were. A number
 * that stands with several customers, in the file or against what is known, cannot mean one purchase: the others go by the number and the
 * customer. Lines without a customer belong to the number's first one. A sale known without a customer is that of the first in the file who has
 * none of their own under the number; whoever was erased comes before the others, since it may have been theirs.
 */
export async function gatherPurchases(tx: Tx): Promise<void> {
  // Nobody looks at temporary tables by itself: hence the `analyze`s. Here the workspace is left to row-level security: one that is named, and is
  // new since PostgreSQL last looked, counts as empty, and a plan for empty tables can take hours.
  await tx.client.query(`
    analyze import_run (number, customer, early);
    analyze import_customer (external_id);
    create temporary table import_part on commit drop as
    with waiting as (
      select r.id, line, r.number, customer, coalesce(r.customer_id, c.customer_id) as whose, apart, r.placed_at, r.kind, told, amount, lines, early,
        k.id is not null as is_known, k.customer_id as known_holder
      from import_run r left join import_customer c on c.external_id = r.customer left join purchase k on k.number = r.number where not early
    ), erased as (
      select distinct whose from waiting where apart is not null and customer is null
    ), claim as (
      select w.*, case when is_known and known_holder is null and whose is not null
        then exists (select from purchase own where own.number = ${apart}) else false end as has_own
      from waiting w
    ), held as (
      select c.*, coalesce(known_holder, first_value(case when has_own then null else whose end) over (
        partition by number order by whose is null or has_own, is_known and apart is null, line)) as holder
      from claim c
    ), late as (
      select id, line, placed_at, kind, told, amount, lines, early, coalesce(whose, holder) as customer_id,
        whose is not null and whose is distinct from holder as shared,
        case when whose is not null and whose is distinct from holder then ${apart} else number end as number
      from held w
    )
    select id, line, placed_at, kind, told, amount, lines, early,
      case when customer_id not in (select whose from erased) then customer_id end as customer_id, shared, number
    from late
    union all
    select id, line, placed_at, kind, told, amount, lines, early, customer_id, false, number
    from import_run where early and number in (select number from late);
    analyze import_part (id, line, number);
    create temporary table import_purchase on commit drop as
    select f.*, k.id as known_id from (
      select (array_agg(id order by early desc, line))[1] as id, number,
        (array_agg(customer_id order by early desc, line) filter (where customer_id is not null))[1] as customer_id,
        case when bool_or(kind = 'adjustment') then 'adjustment' when bool_or(told) or bool_and(kind = 'return') then 'return' else 'sale' end as kind,
        min(placed_at) as placed_at, bool_or(told) as told, sum(amount) as amount, sum(lines)::integer as lines, count(*) as parts,
        bool_or(early) as entered
      from import_part group by number
    ) f left join purchase k on k.number = f.number and not f.entered;
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

export type Change = { readonly purchases: number; readonly lines: number };

/** What the file holds, known or new, and what of it is new. */
export async function countPurchases(tx: Tx): Promise<{ readonly counts: PurchaseCounts; readonly known: number; readonly made: Change }> {
  const { rows } = await tx.client.query<PurchaseCounts & { known: number; made: number; lines: number }>(`
    with one as (
      select kind, customer_id, lines, known_id is null as made from import_purchase
      union all
      select kind, customer_id, lines, true from import_run where early and id not in (select id from import_part)
    )
    select count(*) filter (where kind = 'sale')::int as sales, count(*) filter (where kind = 'return')::int as returns,
      count(*) filter (where kind = 'adjustment')::int as adjustments, count(*) filter (where not made)::int as known,
      count(*) filter (where made)::int as made, coalesce(sum(lines) filter (where made), 0)::int as lines,
      (select count(*)::int from (select distinct customer_id from one where kind = 'sale' and customer_id is not null) buyer) as "customersWithSale",
      (select count(*)::int from (select distinct customer from import_run where customer is not null) named) as customers,
      (select count(distinct number)::int from import_part where shared) as "numbersShared"
    from one`);
  const [row] = rows;
  if (!row) throw new Error('an aggregate always has a row');
  const { known, made, lines, ...counts } = row;
  return { counts, known, made: { purchases: made, lines } };
}

/** Enters the purchases that waited, their lines in the order of the file, and completes those of which a part was entered before. */
export async function enterRest(tx: Tx, terms: PurchaseTerms): Promise<void> {
  await tx.client.query(
    `insert into purchase (${columns}) select ${purchaseValues(tx, terms)} from import_purchase where known_id is null
     on conflict (workspace_id, id) do update set customer_id = excluded.customer_id, kind = excluded.kind, placed_at = excluded.placed_at,
       placed_on = excluded.placed_on, total_minor = excluded.total_minor, line_count = excluded.line_count`,
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
