import type { Stage } from '#features/purchases/domain/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Attention, LastTouch } from '../domain/index.ts';

export type AttentionRow = Attention & { readonly customer: string; readonly colleague: string };

/** A customer as the weighing of reasons and the list need one. */
export type Weighed = {
  readonly customer: string;
  readonly owner: string;
  readonly stage: Stage;
  readonly isKey: boolean;
  readonly touch: Omit<LastTouch, 'attemptOn'>;
};

/** The next customers in the order of their ids, or those named. Days are the workspace's, in its time zone. */
export async function listWeighed(
  tx: Tx,
  wanted: { asOfOn: string; timeZone: string; among: readonly string[] | { after: string; limit: number } },
): Promise<Weighed[]> {
  const named = 'after' in wanted.among ? undefined : wanted.among;
  const page = 'after' in wanted.among ? wanted.among : undefined;
  const { rows } = await tx.client.query<Omit<Weighed, 'touch'> & { contact: string | null; from_us: string | null }>(
    `select customer_id as customer, owner_id as owner, stage, key_since_on is not null as "isKey",
       (last_contact_at at time zone $3)::date::text as contact, (last_from_us_at at time zone $3)::date::text as from_us
     from customer_summary
     where workspace_id = $1 and as_of_on = $2 and ${named ? 'customer_id = any($4)' : 'customer_id > $4 order by customer_id limit $5'}`,
    [tx.workspace, wanted.asOfOn, wanted.timeZone, ...(page ? [page.after, page.limit] : [named])],
  );
  return rows.map(({ contact, from_us: fromUs, ...row }) => ({ ...row, touch: { contactOn: contact, fromUsOn: fromUs } }));
}

/** Makes an empty copy of the table for this transaction, to be filled batch by batch. */
export async function openAttentionDraft(tx: Tx): Promise<void> {
  await tx.client.query(`create temp table attention_draft on commit drop as select ${columns} from attention where false`);
}

export async function addToDraft(tx: Tx, rows: readonly AttentionRow[]): Promise<void> {
  if (rows.length === 0) return;
  const text = rows.map((row) => `${row.customer}\t${row.colleague}\t${row.cost}\t${row.minutes}\t${row.promisedAt ?? '\\N'}\n`).join('');
  await tx.client.copyIn(`copy attention_draft (${columns}) from stdin`, [text]);
}

/** Makes the table say what the draft says, touching only rows that differ. */
export async function takeOverDraft(tx: Tx, asOfOn: string): Promise<void> {
  await tx.client.query('create index on attention_draft (customer_id); analyze attention_draft');
  await merge(tx, { asOfOn, source: 'attention_draft', parameters: [], among: '' });
  await tx.client.query('drop table attention_draft');
}

/** The same for a few customers, without a temporary table. */
export async function replaceAttention(tx: Tx, asOfOn: string, customers: readonly string[], rows: readonly AttentionRow[]): Promise<void> {
  const draft = rows.map(({ customer, colleague, promisedAt, ...rest }) => ({
    customer_id: customer,
    colleague_id: colleague,
    promised_at: promisedAt,
    ...rest,
  }));
  await merge(tx, {
    asOfOn,
    source: 'json_populate_recordset(null::attention, $3)',
    parameters: [JSON.stringify(draft), customers],
    among: 'and a.customer_id = any($4)',
  });
}

/** Forgets what was weighed for past days: it is weighed again when somebody looks back. */
export async function forgetPastAttention(tx: Tx): Promise<void> {
  await tx.client.query("delete from attention where workspace_id = $1 and as_of_on < 'infinity'", [tx.workspace]);
}

const columns = 'customer_id, colleague_id, cost, minutes, promised_at';

async function merge(
  tx: Tx,
  { asOfOn, source, parameters, among }: { asOfOn: string; source: string; parameters: unknown[]; among: string },
): Promise<void> {
  const first = [tx.workspace, asOfOn, ...parameters.slice(0, 1)];
  await tx.client.query(
    `update attention a set cost = n.cost, minutes = n.minutes, promised_at = n.promised_at from ${source} n
     where a.workspace_id = $1 and a.as_of_on = $2 and a.customer_id = n.customer_id and a.colleague_id = n.colleague_id
       and (a.cost, a.minutes, a.promised_at) is distinct from (n.cost, n.minutes, n.promised_at)`,
    first,
  );
  await tx.client.query(
    `insert into attention (workspace_id, as_of_on, ${columns})
     select $1, $2::date, n.customer_id, n.colleague_id, n.cost, n.minutes, n.promised_at from ${source} n
     where not exists (select from attention a where a.workspace_id = $1 and a.as_of_on = $2::date and a.customer_id = n.customer_id and a.colleague_id = n.colleague_id)`,
    first,
  );
  await tx.client.query(
    `delete from attention a where a.workspace_id = $1 and a.as_of_on = $2 ${among}
       and not exists (select from ${source} n where n.customer_id = a.customer_id and n.colleague_id = a.colleague_id)`,
    [tx.workspace, asOfOn, ...parameters],
  );
}
