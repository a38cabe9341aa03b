export { testConfig } from './test-config.ts';
export { useTestDatabase, type TestDatabase } from './test-database.ts';
