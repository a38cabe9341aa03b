import { foundWorkspace } from '#features/access/server/index.ts';
import { logTouchpoint } from '#features/conversations/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { givePromise } from '#features/promises/server/index.ts';
import type { Services } from '#kit/server/services.ts';

/** A workspace with one of everything, for tests that try to reach it from outside. */
export type Filled = {
  readonly workspace: string;
  readonly owner: string;
  /** The ids of ours that stand in paths, by the name of the parameter. */
  readonly ids: Readonly<Record<string, string>>;
  /** Texts that nobody outside may ever read. */
  readonly secrets: readonly string[];
  /** A route's path with our ids in it. */
  fill(path: string): string;
  /** Bodies to try on a route: an empty one, and one that names ours. */
  bodiesFor(route: string): unknown[];
  /** Changes whenever a row of ours does. */
  fingerprint(): Promise<Record<string, string>>;
};

export async function fillWorkspace(services: Services, email: string): Promise<Filled> {
  const { workspace, owner } = await foundWorkspace(
    services,
    {
      name: 'Ours, the confidential one',
      language: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Athens',
      owner: { name: 'Olga Confidential', email, password: 'a long password' },
    },
    { onlyFirst: false },
  );
  const ids = await services.database.transaction({ workspace: workspace.id }, async (tx) => {
    const now = services.clock();
    const customer = await createCustomer(tx, now, owner, { kind: 'person', name: 'Kyra Confidential', externalId: 'confidential 1' });
    const touchpoint = await logTouchpoint(tx, now, owner, customer, {
      kind: 'call',
      direction: 'out',
      reached: true,
      at: now,
      minutes: 5,
      summary: 'a confidential word',
      pulse: 4,
    });
    const dueAt = now.add({ hours: 48 });
    const promise = await givePromise(tx, now, owner, { customer, what: 'send the confidential list', dueAt });
    return { customer, touchpoint, promise };
  });
  const idOf = (name: string) => Object.entries(ids).find(([known]) => known === name)?.[1] ?? 'missing';
  return {
    workspace: workspace.id,
    owner,
    ids,
    secrets: ['Confidential', 'confidential', workspace.id, owner, ...Object.values(ids)],
    fill: (path) => path.replace(/\{(\w+)\}/g, (_, name: string) => idOf(name)),
    bodiesFor: () => [{}],
    fingerprint: () => fingerprintOf(services, workspace.id),
  };
}

async function fingerprintOf(services: Services, workspace: string): Promise<Record<string, string>> {
  return await services.database.transaction({ workspace }, async (tx) => {
    const tables = await tx.client.query<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1",
    );
    const prints: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await tx.client.query<{ print: string }>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} t where workspace_id = $1`,
        [workspace],
      );
      prints[name] = rows[0]?.print ?? '';
    }
    return prints;
  });
}
