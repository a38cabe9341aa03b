import pg from 'pg';
import type { Tx } from '#kit/server/db/index.ts';
import { highestId, lowestId } from '#kit/server/ids.ts';
import type { CustomerSnapshot, PurchaseFigures, WorkspaceModel } from '../../domain/index.ts';
import { HistoryReader } from './copy-text.ts';
import { Histories } from './histories.ts';
import { snapshotColumns } from './columns.ts';

// A row a customer: twice the days, plus one where it is no sale, and the totals, in the order of the days. Anonymous sales belong to nobody.
const historiesUntil = (day: string, among: string) =>
  `select customer_id as customer, array_agg((placed_on - date '1970-01-01') * 2 + (kind <> 'sale')::integer) as placed, array_agg(total_minor) as totals
   from (
     select customer_id, placed_on, kind, total_minor from purchase
     where workspace_id = (select current_workspace()) and ${among} and placed_on <= ${day}::date order by customer_id, placed_on
   ) in_order group by customer_id`;

/** All purchases up to a day, a customer after the other. */
export async function readAllHistories(tx: Tx, day: Temporal.PlainDate): Promise<Histories> {
  const histories = new Histories();
  const reader = new HistoryReader((...row) => histories.add(...row));
  // COPY takes no parameters; the value is made by us, and escaped all the same.
  const query = historiesUntil(pg.escapeLiteral(day.toString()), 'customer_id is not null');
  await tx.client.copyOut(`copy (${query}) to stdout`, (piece) => reader.push(piece));
  return histories;
}

/** The same of a few customers. */
export async function readHistories(tx: Tx, day: Temporal.PlainDate, customers: readonly string[]): Promise<Histories> {
  const { rows } = await tx.client.query<{ customer: string; placed: number[]; totals: number[] }>(
    `select customer, placed, totals::float8[] from (${historiesUntil('$1', 'customer_id = any($2::uuid[])')}) histories`,
    [day.toString(), customers],
  );
  const histories = new Histories();
  for (const { customer, placed, totals } of rows) histories.add(Buffer.from(customer, 'latin1'), placed, totals);
  return histories;
}

type DescribeAt = (index: number) => CustomerSnapshot;

/** Few enough to stay in the server's memory while they are compared, enough to make the round trips cheap. */
const PIECE = 20_000;

/**
 * Writes what purchases say of all customers into their rows, where it changed; those without any purchase are cleared. In pieces, in the order
 * of the customers, so that the rows are visited as they lie on the disk; the next piece is described while the server takes in the one before.
 */
export async function writeAllSnapshots(tx: Tx, asOfOn: string, histories: Histories, describe: DescribeAt): Promise<void> {
  await tx.client.query(
    `create temp table snapshot_piece on commit drop as select customer_id, ${names} from customer_summary where false`,
  );
  let after = lowestId;
  let written: Promise<unknown> = Promise.resolve();
  for (let from = 0; after !== highestId; from += PIECE) {
    const to = Math.min(from + PIECE, histories.size);
    const until = to === histories.size ? highestId : histories.customer(to - 1);
    const lines = snapshotLines(histories, from, to, describe);
    await written;
    await tx.client.copyIn('copy snapshot_piece from stdin', lines);
    written = tx.client.query(mergeOf(tx.workspace, asOfOn, after, until));
    after = until;
  }
  await written;
  await tx.client.query('drop table snapshot_piece');
}

// One message to the server, hence literals.
function mergeOf(workspace: string, asOfOn: string, after: string, until: string): string {
  const [of, on, from, to] = [workspace, asOfOn, after, until].map((value) => pg.escapeLiteral(value));
  const between = `s.customer_id > ${from} and s.customer_id <= ${to}`;
  return `${updateFrom('snapshot_piece', of, on)} and ${between};
    ${clearing(of, on)} and ${between} and not exists (select from snapshot_piece n where n.customer_id = s.customer_id);
    truncate snapshot_piece`;
}

/** The same for the few customers that an event touched. */
export async function writeSomeSnapshots(
  tx: Tx,
  asOfOn: string,
  customers: readonly string[],
  histories: Histories,
  describe: DescribeAt,
): Promise<void> {
  const rows = Array.from({ length: histories.size }, (_, index) => {
    const snapshot = describe(index);
    const values = snapshotColumns.map(({ name, value }) => [name, value(snapshot, histories.spent(index)) ?? null] as const);
    return Object.fromEntries([['customer_id', histories.customer(index)], ...values]);
  });
  const found = rows.map((row) => row['customer_id']);
  await Promise.all([
    tx.client.query(updateFrom('json_populate_recordset(null::customer_summary, $3)', '$1', '$2'), [
      tx.workspace,
      asOfOn,
      JSON.stringify(rows),
    ]),
    tx.client.query(`${clearing('$1', '$2')} and s.customer_id = any($3) and s.customer_id <> all($4)`, [
      tx.workspace,
      asOfOn,
      customers,
      found,
    ]),
  ]);
}

const names = snapshotColumns.map((column) => column.name).join(', ');

function updateFrom(source: string, workspace = '', asOfOn = ''): string {
  const each = (alias: string) => snapshotColumns.map(({ name }) => `${alias}.${name}`).join(', ');
  return `update customer_summary s set (${names}) = row(${each('n')}) from ${source} n
    where s.workspace_id = ${workspace} and s.as_of_on = ${asOfOn} and s.customer_id = n.customer_id and (${each('s')}) is distinct from (${each('n')})`;
}

function clearing(workspace = '', asOfOn = ''): string {
  return `update customer_summary s set ${snapshotColumns.map(({ name, empty }) => `${name} = ${empty}`).join(', ')}
    where s.workspace_id = ${workspace} and s.as_of_on = ${asOfOn} and (s.visits > 0 or s.spent_minor <> 0)`;
}

function snapshotLines(histories: Histories, from: number, to: number, describe: DescribeAt): string[] {
  const lines: string[] = [];
  for (let index = from; index < to; index += 1) {
    const snapshot = describe(index);
    let line = histories.customer(index);
    for (const column of snapshotColumns) line += `\t${column.value(snapshot, histories.spent(index)) ?? '\\N'}`;
    lines.push(`${line}\n`);
  }
  return lines;
}

export async function saveModel(tx: Tx, asOfOn: string, model: WorkspaceModel, typicalWorth: number): Promise<void> {
  await tx.client.query(
    `insert into value_model (workspace_id, as_of_on, model, unfit, typical_worth_minor) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, as_of_on) do update
       set model = excluded.model, unfit = excluded.unfit, typical_worth_minor = excluded.typical_worth_minor, fitted_at = now()`,
    [tx.workspace, asOfOn, JSON.stringify(model), model.unfit?.code ?? null, typicalWorth],
  );
}

export async function readModel(tx: Tx, asOfOn: string): Promise<WorkspaceModel | undefined> {
  const { rows } = await tx.client.query<{ model: WorkspaceModel }>(
    'select model from value_model where workspace_id = $1 and as_of_on = $2',
    [tx.workspace, asOfOn],
  );
  return rows[0]?.model;
}

type FiguresRow = { [Key in keyof PurchaseFigures]: PurchaseFigures[Key] | null } & { customer: string };

/** What the rows of these customers say of their purchases. Only who has bought is here. */
export async function readFigures(tx: Tx, asOfOn: string, customers: readonly string[]): Promise<Map<string, PurchaseFigures>> {
  const days = (column: string) => `(${column} - date '1970-01-01')`;
  const { rows } = await tx.client.query<FiguresRow>(
    `select customer_id as customer, stage, visits, ${days('first_purchase_on')} as "firstDay", ${days('last_purchase_on')} as "lastDay",
       own_gaps as "ownGaps", usual_gap_days as "usualGap", longest_gap_days as "longestGap", ${days('next_due_on')} as "dueDay",
       ${days('next_due_from_on')} as "dueFrom", ${days('next_due_until_on')} as "dueTo", ${days('silent_from_on')} as "silentFrom",
       gap_before_days as "gapBefore", gap_recent_days as "gapRecent", usual_basket_minor as "usualBasket", last_basket_minor as "lastBasket",
       basket_before_minor as "basketBefore", basket_recent_minor as "basketRecent", alive
     from customer_summary where workspace_id = $1 and as_of_on = $2 and customer_id = any($3) and visits > 0`,
    [tx.workspace, asOfOn, customers],
  );
  const figures = new Map<string, PurchaseFigures>();
  for (const row of rows) figures.set(row.customer, withoutNulls(row));
  return figures;
}

function withoutNulls(row: FiguresRow): PurchaseFigures {
  const { stage, visits, firstDay, lastDay, ownGaps } = row;
  return {
    stage: stage ?? 'prospect',
    visits: visits ?? 0,
    firstDay: firstDay ?? 0,
    lastDay: lastDay ?? 0,
    ownGaps: ownGaps ?? 0,
    usualGap: row.usualGap ?? undefined,
    longestGap: row.longestGap ?? undefined,
    dueDay: row.dueDay ?? undefined,
    dueFrom: row.dueFrom ?? undefined,
    dueTo: row.dueTo ?? undefined,
    silentFrom: row.silentFrom ?? undefined,
    gapBefore: row.gapBefore ?? undefined,
    gapRecent: row.gapRecent ?? undefined,
    usualBasket: row.usualBasket ?? undefined,
    lastBasket: row.lastBasket ?? undefined,
    basketBefore: row.basketBefore ?? undefined,
    basketRecent: row.basketRecent ?? undefined,
    alive: row.alive ?? undefined,
  };
}
