import type { Worth } from '#features/people/domain/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { worthParts, yearlyWorth, type WorthParts } from '../../domain/index.ts';

type Row = {
  readonly customer: string;
  readonly visits: number | null;
  readonly spend: number | null;
  readonly gap: number | null;
  readonly usual: number | null;
  readonly last: number | null;
};

/** What these customers are expected to bring within a year as margin, and what a typical customer of the workspace is. */
export async function worthOf(tx: Tx, asOfOn: string, customers: readonly string[]): Promise<Worth> {
  const [{ grossMargin }, rows, typical] = await Promise.all([
    readWorkspace(tx),
    readRows(tx, asOfOn, customers),
    typicalWorth(tx, asOfOn),
  ]);
  return { typical, of: new Map(rows.map((row) => [row.customer, yearlyWorth(figuresOf(row), grossMargin)])) };
}

/** The same, and what the worth of each is made of; who never bought has no parts. */
export async function worthInParts(
  tx: Tx,
  asOfOn: string,
  customers: readonly string[],
): Promise<{ readonly worth: Worth; readonly parts: ReadonlyMap<string, WorthParts> }> {
  const [{ grossMargin }, rows, typical] = await Promise.all([
    readWorkspace(tx),
    readRows(tx, asOfOn, customers),
    typicalWorth(tx, asOfOn),
  ]);
  const parts = new Map(rows.map((row) => [row.customer, worthParts(figuresOf(row), grossMargin)]));
  const of = new Map([...parts].map(([id, { visits, spendMinor, marginShare }]) => [id, visits * spendMinor * marginShare]));
  return { worth: { typical, of }, parts };
}

async function readRows(tx: Tx, asOfOn: string, customers: readonly string[]): Promise<Row[]> {
  const { rows } = await tx.client.query<Row>(
    `select customer_id as customer, visits_365 as visits, spend_minor as spend, usual_gap_days as gap, usual_basket_minor as usual, last_basket_minor as last
     from customer_summary where workspace_id = $1 and as_of_on = $2 and customer_id = any($3) and visits > 0`,
    [tx.workspace, asOfOn, customers],
  );
  return rows;
}

async function typicalWorth(tx: Tx, asOfOn: string): Promise<number> {
  const { rows } = await tx.client.query<{ typical: number }>(
    'select typical_worth_minor as typical from value_model where workspace_id = $1 and as_of_on = $2',
    [tx.workspace, asOfOn],
  );
  return rows[0]?.typical ?? 0;
}

function figuresOf({ visits, spend, gap, usual, last }: Row) {
  return {
    visitsIn365: visits ?? undefined,
    spend: spend ?? undefined,
    usualGap: gap ?? undefined,
    usualBasket: usual ?? undefined,
    lastBasket: last ?? undefined,
  };
}
