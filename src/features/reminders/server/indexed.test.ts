import pg from 'pg';
import { expect, test } from 'vitest';
import { newId } from '#kit/server/ids.ts';
import { useTestDatabase } from '#kit/server/testing/index.ts';

const database = useTestDatabase();

/** What promises.reminding asks of promises and of their lives, since there is a workspace. */
const asked = {
  promise_untold_by_beginning: `select id from promise where workspace_id = $1 and ended_at is null and told is null
    and case when due_from is null then due_at else due_from end > timestamptz '2026-01-01T00:00:00Z' and case when due_from is null then due_at else due_from end <= timestamptz '2026-03-02T08:01:00Z'`,
  promise_untold_by_due: `select id from promise where workspace_id = $1 and ended_at is null and told is distinct from 'due'
    and due_at > timestamptz '2026-01-01T00:00:00Z' and due_at <= timestamptz '2026-03-02T08:01:00Z'`,
  promise_by_handing: `select id from promise where workspace_id = $1 and handed_to_id is not null
    and handed_at > timestamptz '2026-03-02T08:00:00Z' and handed_at <= timestamptz '2026-03-02T08:01:00Z'`,
  promise_event_fallen_back: `select id from promise_event where workspace_id = $1 and kind in ('declined', 'withdrawn')
    and happened_at > timestamptz '2026-03-02T08:00:00Z' and happened_at <= timestamptz '2026-03-02T08:01:00Z'`,
};

test('what calls for reminders is found by its moment, beneath row-level security too, however many promises there are', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    const [workspace, eleni, nikos, maria] = [newId(), newId(), newId(), newId()];
    await owner.query(`set local tend.workspace = '${workspace}'`);
    // Only promises are asked for: nobody need stand behind them.
    await owner.query('set local session_replication_role = replica');
    await owner.query(
      `insert into promise (workspace_id, id, customer_id, what, giver_id, given_at, owner_id, handed_to_id, handed_at, due_at, state, counts_for_id, changed_at, told)
       select $1, gen_random_uuid(), $2, 'x', $3, m, $3, $4, m, m + interval '1 day', 'open', $3, m, case when m < '2026-03-01' then 'due' end
       from generate_series(timestamptz '2026-01-01', '2026-12-31', '1 hour') m`,
      [workspace, maria, eleni, nikos],
    );
    await owner.query(
      `insert into promise_event (workspace_id, id, promise_id, number, kind, happened_at, colleague_id)
       select workspace_id, gen_random_uuid(), id, 2, 'declined', given_at, owner_id from promise where workspace_id = $1`,
      [workspace],
    );
    await owner.query('analyze promise, promise_event');
    await owner.query('set local role tend_app');
    for (const [index, query] of Object.entries(asked)) {
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain ${query.replace('$1', `'${workspace}'`)}`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain(index);
      expect(plan).toMatch(/Index Cond: .*> .*<= /);
    }
  } finally {
    await owner.query('rollback');
    await owner.end();
  }
});
