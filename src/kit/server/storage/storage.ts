import { join } from 'node:path';
import type { Config } from '../config.ts';
import { folderStorage } from './folder-storage.ts';
import { s3Storage } from './s3-storage.ts';

/** Where files lie that belong to rows. Names are made by us: letters, digits, dashes, and a slash between a workspace and an id. */
export type Storage = {
  /** Takes a file of this machine over, under a name: whoever reads sees all of it or nothing. */
  take(name: string, file: string, mediaType: string): Promise<void>;
  /** The bytes; undefined where there is nothing under the name. */
  open(name: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** What is not there is removed already. */
  remove(name: string): Promise<void>;
  /** What lies under a workspace, and since when. */
  list(workspace: string): AsyncIterable<{ readonly name: string; readonly writtenAt: Temporal.Instant }>;
};

/** The storage of the installation: S3 where the settings name one, otherwise the data folder. */
export function storageOf(config: Pick<Config, 'dataFolder' | 'storage'>): Storage {
  return config.storage.s3 ? s3Storage(config.storage.s3) : folderStorage(join(config.dataFolder, 'attachments'));
}
