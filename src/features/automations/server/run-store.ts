import type { Selectable } from 'kysely';
import { FailureError, type Failure } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { MomentCursor } from '#kit/server/moment-cursor.ts';
import type { AutomationTables, Outcome } from './tables.ts';

export type RunRow = Selectable<AutomationTables['automation_run']>;

/** Writes what came of an event; false where that was written already. */
export async function insertRun(tx: Tx, run: Omit<RunRow, 'workspace_id'>): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `insert into automation_run (workspace_id, id, automation_id, event_id, customer_id, cause_id, ran_at, outcome, why, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (workspace_id, automation_id, event_id) do nothing`,
    [
      tx.workspace,
      run.id,
      run.automation_id,
      run.event_id,
      run.customer_id,
      run.cause_id,
      run.ran_at.toString(),
      run.outcome,
      run.why,
      JSON.stringify(run.detail),
    ],
  );
  return rowCount === 1;
}

/** Writes what came of an event after all. */
export async function replaceRun(tx: Tx, { id, outcome, why, detail }: Pick<RunRow, 'id' | 'outcome' | 'why' | 'detail'>): Promise<void> {
  await tx.client.query('update automation_run set outcome = $3, why = $4, detail = $5 where workspace_id = $1 and id = $2', [
    tx.workspace,
    id,
    outcome,
    why,
    JSON.stringify(detail),
  ]);
}

/** The automations that led to a run, the last first, no further back than so many. */
export async function listChain(tx: Tx, run: string | null, most: number): Promise<string[]> {
  if (run === null) return [];
  const { rows } = await tx.client.query<{ automation: string }>(
    `with recursive led as (
       select automation_id as automation, cause_id as cause, 1 as remove from automation_run where workspace_id = $1 and id = $2
       union all
       select r.automation_id, r.cause_id, led.remove + 1 from led join automation_run r on r.workspace_id = $1 and r.id = led.cause where led.remove < $3
     ) select automation from led order by remove`,
    [tx.workspace, run, most],
  );
  return rows.map(({ automation }) => automation);
}

/** How often an automation did something after a moment, for one customer or for all. */
export async function countDone(tx: Tx, automation: string, after: Temporal.Instant, customer?: string): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    `select count(*)::int as count from automation_run
     where workspace_id = $1 and automation_id = $2 and outcome = 'done' and ran_at > $3 and ($4::uuid is null or customer_id = $4::uuid)`,
    [tx.workspace, automation, after.toString(), customer ?? null],
  );
  return rows[0]?.count ?? 0;
}

/**
 * Does something as a whole or not at all, inside of a transaction that goes on in either case; answers why not. What broke instead of being refused is a failure, too (`server.failed`).
 */
export async function allOrNothing(tx: Tx, run: () => Promise<void>): Promise<Failure | null> {
  await tx.client.query('savepoint all_or_nothing');
  try {
    await run();
    await tx.client.query('release savepoint all_or_nothing');
    return null;
  } catch (error) {
    await tx.client.query('rollback to savepoint all_or_nothing');
    await tx.client.query('release savepoint all_or_nothing');
    return error instanceof FailureError ? error.failure : { code: 'server.failed', values: {} };
  }
}

type Asked = {
  readonly automation: string;
  readonly outcome?: Outcome | undefined;
  readonly after?: MomentCursor | undefined;
  readonly limit: number;
};

export type RunListed = RunRow & { readonly happened_at: Temporal.Instant };

/** What came of events, the latest first. */
export async function listRuns(tx: Tx, { automation, outcome, after, limit }: Asked): Promise<RunListed[]> {
  const { rows } = await tx.client.query<RunListed>(
    `select r.*, e.happened_at from automation_run r join event e on e.workspace_id = r.workspace_id and e.id = r.event_id
     where r.workspace_id = $1 and r.automation_id = $2 and ($3::text is null or r.outcome = $3::text)
       and ($4::timestamptz is null or (r.ran_at, r.id) < ($4::timestamptz, $5::uuid))
     order by r.ran_at desc, r.id desc limit $6`,
    [tx.workspace, automation, outcome ?? null, after?.at.toString() ?? null, after?.id ?? null, limit],
  );
  return rows;
}

export async function forgetRuns(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.client.query('delete from automation_run where workspace_id = $1 and ran_at < $2', [tx.workspace, before.toString()]);
}
