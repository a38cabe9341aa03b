import type { Feature } from '#kit/server/feature.ts';
import { backupEvents } from '../api/events.ts';
import { backupCommands } from './commands.ts';
import { letOldBackupsGo, makeDueBackup } from './scheduled.ts';

export const backup: Feature = {
  name: 'backup',
  events: backupEvents,
  commands: backupCommands,
  // Looked at often, so that a machine that was off at the hour makes up for it soon.
  duties: [
    { name: 'backup.make_due', every: '*/10 * * * *', run: makeDueBackup },
    { name: 'backup.let_old_go', every: '53 * * * *', run: letOldBackupsGo },
  ],
};
