import type { z } from 'zod';
import { namesOfColleagues } from '#features/access/server/index.ts';
import { namesOfCustomers } from '#features/people/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { explain } from '#kit/server/messages.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import type { AutomationView, RunView } from '../api.ts';
import { listAutomations } from './automation-store.ts';
import { listRuns } from './run-store.ts';
import type { Outcome } from './tables.ts';

const daysCounted = 30;

/** All automations as they travel, those made first before the others. */
export async function readAutomations(tx: Tx, now: Temporal.Instant): Promise<z.input<typeof AutomationView>[]> {
  const names = await namesOfColleagues(tx);
  return (await listAutomations(tx, now.subtract({ hours: 24 * daysCounted }))).map((row) => ({
    id: row.id,
    name: row.name,
    trigger: row.trigger,
    filled: { ...row.filled },
    conditions: row.conditions,
    steps: row.actions.map(({ action, filled }) => ({ action, filled: { ...filled } })),
    owner: { id: row.owner_id, name: names.get(row.owner_id) ?? '' },
    pausedAt: row.paused_at?.toString() ?? null,
    stoppedWhy: row.stopped_why,
    done: row.done,
    doneAt: row.doneAt?.toString() ?? null,
  }));
}

type Asked = { readonly outcome?: Outcome | undefined; readonly cursor?: string | undefined; readonly limit: number };

/** What came of events, the latest first, with the cursor of what comes after (null at the end). Refuses `automation.not_found`. */
export async function readRuns(
  tx: Tx,
  language: Language,
  automation: string,
  { outcome, cursor, limit }: Asked,
): Promise<{ runs: z.input<typeof RunView>[]; next: string | null }> {
  if (!(await listAutomations(tx, Temporal.Instant.fromEpochMilliseconds(0))).some(({ id }) => id === automation))
    throw fail('automation.not_found');
  const rows = await listRuns(tx, { automation, outcome, after: readMomentCursor(cursor), limit: limit + 1 });
  const { shown, next } = pageOf(rows, limit, (row) => ({ at: row.ran_at, id: row.id }));
  const names = await namesOfCustomers(
    tx,
    shown.flatMap(({ customer_id: customer }) => customer ?? []),
  );
  const runs = shown.map(({ customer_id: customer, detail, ...row }) => ({
    id: row.id,
    customer: customer === null ? null : { id: customer, name: names.get(customer) ?? '' },
    happenedAt: row.happened_at.toString(),
    ranAt: row.ran_at.toString(),
    outcome: row.outcome,
    why: row.why,
    condition: detail.condition ?? null,
    step: detail.step ?? null,
    refusal: detail.failure ? explain(language, detail.failure) : null,
  }));
  return { runs, next };
}
