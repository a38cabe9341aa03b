import type { Feature } from '../feature.ts';
import { giveUpRestored } from '../mail/index.ts';
import type { Services } from '../services.ts';

type Unsettled = { readonly restoredAt: Temporal.Instant; readonly backupMadeAt: Temporal.Instant };

/**
 * After a restore, says of everything that the rows still meant to tell somebody outside that nobody knows whether it was told since: it is not told twice. Done once, by whoever opens the
 * installation first, before any job runs; a second time changes nothing.
 */
export async function settleRestoration(services: Services, features: readonly Feature[]): Promise<void> {
  const { database, clock } = services;
  const unsettled = await database.transaction({}, async (tx) => {
    const { rows } = await tx.client.query<Unsettled>(
      'select restored_at as "restoredAt", backup_made_at as "backupMadeAt" from restoration where settled_at is null',
    );
    return rows;
  });
  if (unsettled.length === 0) return;
  const { rows: workspaces } = await database.transaction({}, (tx) => tx.client.query<{ id: string }>('select id from list_workspaces()'));
  for (const { id: workspace } of workspaces) {
    await database.transaction({ workspace }, async (tx) => {
      const now = clock();
      await giveUpRestored(tx, now);
      for (const feature of features) await feature.restored?.(tx, now);
    });
  }
  await database.transaction({}, (tx) =>
    tx.client.query('update restoration set settled_at = $1 where settled_at is null', [clock().toString()]),
  );
}
