import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { AuditEntry, auditApi, AuditVerdict } from '../api.ts';

export const api = apiOf<typeof auditApi>();

export type Entry = z.output<typeof AuditEntry>;
export type Verdict = z.output<typeof AuditVerdict>;
