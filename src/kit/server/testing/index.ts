export { asDescribed } from './as-described.ts';
export { bareServices } from './bare-services.ts';
export { startMailServer, type MailServer } from './mail-server.ts';
export { openOwnDatabase, type OwnDatabase } from './own-database.ts';
export { testConfig } from './test-config.ts';
export { useTestDatabase, type TestDatabase } from './test-database.ts';
export { forgetToAskForTheWorkspace } from './without-asking.ts';
