export { claimInstallation, type Claim } from './claim.ts';
export { CopyRows, wireId, type ExactDecimal, type WireId } from './copy-rows.ts';
export { openDatabase, scopeStatement, settle, type Database, type DatabaseOptions, type Scope } from './database.ts';
export { inBatches } from './in-batches.ts';
export { openInstallation, type Installation } from './installation.ts';
export { migrate, ensureApplicationRole } from './migrate.ts';
export { makeTx, nothingPending, type News, type Tx } from './transaction.ts';
export type { Listening, NewsHeard } from './news.ts';
export { plainPool } from './plain-pool.ts';
