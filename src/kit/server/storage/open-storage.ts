import { join } from 'node:path';
import type { Config } from '../config.ts';
import { folderStorage } from './folder-storage.ts';
import { s3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

/** The storage of the installation: S3 where the settings name one, otherwise the data folder. */
export function storageOf(config: Pick<Config, 'dataFolder' | 'storage'>): Storage {
  return config.storage.s3 ? s3Storage(config.storage.s3) : folderStorage(join(config.dataFolder, 'attachments'));
}
