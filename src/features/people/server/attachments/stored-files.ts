import type { Tx } from '#kit/server/db/index.ts';
import type { Config } from '#kit/server/config.ts';
import { storageOf } from '#kit/server/storage/index.ts';
import { storedName } from './actions.ts';
import { listAttachmentIds } from './store.ts';

/** The bytes of a file as they come; undefined where the storage has lost them. */
export async function openAttachment(
  config: Pick<Config, 'dataFolder' | 'storage'>,
  workspace: string,
  id: string,
): Promise<ReadableStream<Uint8Array> | undefined> {
  return await storageOf(config).open(storedName(workspace, id));
}

/** Takes all files of a customer out of the storage once the transaction has committed. What breaks off is cleared away with all bytes that have no row. */
export async function removeStoredFiles(tx: Tx, config: Pick<Config, 'dataFolder' | 'storage'>, customer: string): Promise<void> {
  const ids = await listAttachmentIds(tx, customer);
  const storage = storageOf(config);
  tx.afterCommit(() => void Promise.allSettled(ids.map((id) => storage.remove(storedName(tx.workspace, id)))));
}
