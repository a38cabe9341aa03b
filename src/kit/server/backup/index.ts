export { beginBackup, listBackups, noteBackup, readBackups, type BackupRow, type BackupsRead } from './backup-log.ts';
export type { BackupHead, BackupSums } from './contents.ts';
export { makeBackup, type BackupMade } from './make-backup.ts';
export { passphraseFor } from './passphrase.ts';
export { restoreBackup, type Restored } from './restore-backup.ts';
export type { BackupSettings } from './settings.ts';
export { settleRestoration } from './settle.ts';
export { openSnapshot, type Snapshot } from './snapshot.ts';
export { checkBackup } from './walk-backup.ts';
