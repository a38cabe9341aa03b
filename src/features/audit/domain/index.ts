export { changesOf, isSensitive, toldBy, type AuditChange } from './change.ts';
export { auditGroups, groupOf, type AuditGroup } from './kinds.ts';
export { viaKindOf, viaKinds, type ViaKind } from './via.ts';
export { written } from './written.ts';
