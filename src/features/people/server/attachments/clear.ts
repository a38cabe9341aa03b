import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inEveryWorkspace } from '#features/workspace/server/index.ts';
import { isUuid } from '#kit/domain/ids.ts';
import type { Duty } from '#kit/server/duties.ts';
import type { Services } from '#kit/server/services.ts';
import { storageOf } from '#kit/server/storage/index.ts';
import { keptFor, storedName } from './actions.ts';
import { incomingFolder } from './receive.ts';
import { deleteAttachments, listKnownAttachments, listRemovedBefore } from './store.ts';

/** Clears away what nobody can bring back any more, and bytes that broke off uploads and killed processes left without a row. */
export const clearAttachmentsDuty: Duty = { name: 'people.clear_attachments', every: '17 * * * *', run: clearAttachments };

/** The same at once. What is younger than a day is left alone: it may just be coming in. */
export async function clearAttachments(services: Services, signal?: AbortSignal): Promise<void> {
  const before = services.clock().subtract(keptFor);
  await clearIncoming(services, before);
  await inEveryWorkspace(
    services,
    async (workspace) => {
      await clearRemoved(services, workspace, before);
      await clearOrphans(services, workspace, before);
    },
    signal,
  );
}

/** Bytes first: a row without them is cleared the next time, bytes without a row would be forgotten here. */
async function clearRemoved({ config, database }: Services, workspace: string, before: Temporal.Instant): Promise<void> {
  const storage = storageOf(config);
  for (;;) {
    const removed = await database.transaction({ workspace }, (tx) => listRemovedBefore(tx, before));
    if (removed.length === 0) return;
    for (const id of removed) await storage.remove(storedName(workspace, id));
    await database.transaction({ workspace }, (tx) => deleteAttachments(tx, removed));
  }
}

async function clearOrphans({ config, database }: Services, workspace: string, before: Temporal.Instant): Promise<void> {
  const storage = storageOf(config);
  let names: string[] = [];
  const clear = async () => {
    const ids = names.map((name) => name.slice(workspace.length + 1)).filter(isUuid);
    const known = await database.transaction({ workspace }, (tx) => listKnownAttachments(tx, ids));
    for (const id of ids) if (!known.has(id)) await storage.remove(storedName(workspace, id));
    names = [];
  };
  for await (const { name, writtenAt } of storage.list(workspace)) {
    if (Temporal.Instant.compare(writtenAt, before) >= 0) continue;
    names.push(name);
    if (names.length >= 500) await clear();
  }
  await clear();
}

async function clearIncoming({ config }: Services, before: Temporal.Instant): Promise<void> {
  const folder = incomingFolder(config);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < before.epochMilliseconds) await rm(path, { force: true });
  }
}
