import type { Tx } from '#kit/server/db/index.ts';
import type { ReasonAnswer } from '../domain/index.ts';
import type { TodayTables } from './tables.ts';

/** The last answers of these customers' occasions, of those given before a moment. */
export async function answersOf(
  tx: Tx,
  customers: readonly string[],
  before: Temporal.Instant,
): Promise<ReadonlyMap<string, readonly ReasonAnswer[]>> {
  const { rows } = await tx.client.query<{
    customer: string;
    kind: string;
    occasion: string;
    answer: ReasonAnswer['answer'];
    until: string | null;
  }>(
    `select distinct on (customer_id, kind, occasion) customer_id as customer, kind, occasion, answer, until_on::text as until
     from reason_answer where workspace_id = $1 and customer_id = any($2) and answered_at < $3
     order by customer_id, kind, occasion, answered_at desc, id desc`,
    [tx.workspace, customers, before.toString()],
  );
  const found = new Map<string, ReasonAnswer[]>();
  for (const { customer, kind, occasion, answer, until } of rows) {
    const answers = found.get(customer) ?? [];
    answers.push({ kind, occasion, answer, untilOn: until });
    found.set(customer, answers);
  }
  return found;
}

/** The last answer to one of these occasions of a customer that holds on an ISO date, and whose it is. */
export async function findLastAnswer(
  tx: Tx,
  customer: string,
  occasions: readonly { readonly kind: string; readonly occasion: string }[],
  day: string,
): Promise<{ readonly answer: ReasonAnswer['answer']; readonly colleague: string } | undefined> {
  const { rows } = await tx.client.query<{ answer: ReasonAnswer['answer']; colleague: string; until: string | null }>(
    `select a.answer, a.colleague_id as colleague, a.until_on::text as until
     from reason_answer a join unnest($3::text[], $4::text[]) o (kind, occasion) on a.kind = o.kind and a.occasion = o.occasion
     where a.workspace_id = $1 and a.customer_id = $2 order by a.answered_at desc, a.id desc limit 1`,
    [tx.workspace, customer, occasions.map(({ kind }) => kind), occasions.map(({ occasion }) => occasion)],
  );
  const [last] = rows;
  return last && (last.until === null || day < last.until) ? last : undefined;
}

export type NewAnswer = {
  readonly id: string;
  readonly customer: string;
  readonly reasons: readonly { readonly kind: string; readonly occasion: string }[];
  readonly answer: ReasonAnswer['answer'];
  readonly untilOn: string | null;
  readonly why: string | null;
  readonly colleague: string;
  readonly at: Temporal.Instant;
};

export async function insertAnswer(tx: Tx, given: NewAnswer): Promise<void> {
  const rows = given.reasons.map(({ kind, occasion }) => ({
    workspace_id: tx.workspace,
    id: given.id,
    customer_id: given.customer,
    kind,
    occasion,
    answer: given.answer,
    until_on: given.untilOn,
    why: given.why,
    colleague_id: given.colleague,
    answered_at: given.at,
  }));
  await tx.over<TodayTables>().insertInto('reason_answer').values(rows).execute();
}

/** Takes back an answer that a colleague gave; tells whose reasons they were, or nothing where there is no such answer of theirs. */
export async function deleteAnswer(tx: Tx, colleague: string, id: string): Promise<string | undefined> {
  const [row] = await tx
    .over<TodayTables>()
    .deleteFrom('reason_answer')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .where('colleague_id', '=', colleague)
    .returning('customer_id as customer')
    .execute();
  return row?.customer;
}
