export { openDatabase, scopeStatement, type Database, type Scope } from './database.ts';
export { openInstallation, type Installation } from './installation.ts';
export { migrate, migrationsFolder, ensureApplicationRole } from './migrate.ts';
export { makeTx, type Tx } from './transaction.ts';
export { toParameter, valueParsers } from './types.ts';
