export { momentOfBackup, nameOfBackup } from './file-name.ts';
export { keptOf, type Retention } from './retention.ts';
export { isDue, lastDue, type Schedule } from './schedule.ts';
