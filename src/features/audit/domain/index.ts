export { changesOf, isSensitive, toldBy, type AuditChange } from './change.ts';
export { auditGroups, groupOf, type AuditGroup } from './kinds.ts';
export { written } from './written.ts';
