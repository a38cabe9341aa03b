import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { auditGroups, viaKinds } from './domain/index.ts';

const named = z.object({ id: z.uuid(), name: z.string() });

export const AuditEntry = z.object({
  id: z.uuid(),
  /** Its place in the chain; null until it is sealed, which takes a minute. */
  number: z.number().int().nullable(),
  /** `customer.changed`. */
  kind: z.string(),
  /** The kind in the reader's words. */
  name: z.string(),
  group: z.enum(auditGroups),
  at: z.iso.datetime(),
  /** In whose name. Null where Tend did it by itself, or somebody at the terminal of the machine, where nobody is signed in. */
  by: named.nullable(),
  /** By what it was done, where not in person; `key` is the id of the API key, and `text` says it in the reader's words. */
  via: z.object({ kind: z.enum(viaKinds).exclude(['in_person']), key: z.uuid().nullable(), text: z.string() }).nullable(),
  /** `name` is null where the customer is gone. */
  customer: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  /** Which colleague, invitation, promise ... it was done to. */
  subject: z.uuid().nullable(),
  /** What that is called, where it is a colleague or an API key, and another than whose doing it was. */
  subjectName: z.string().nullable(),
  /** As people read them, empty where there was nothing. */
  changes: z.array(z.object({ field: z.string(), name: z.string(), before: z.string(), after: z.string() })),
  told: z.array(z.object({ field: z.string(), name: z.string(), text: z.string() })),
  /** The values are sensitive: they are seen with the customer, where each look is written down. */
  isHidden: z.boolean(),
  /** What the entry said of somebody was erased; that it happened stays. */
  isForgotten: z.boolean(),
});

const wanted = z.object({
  group: z.enum(auditGroups).optional(),
  colleague: z.uuid().optional(),
  customer: z.uuid().optional(),
  /** By what it was done; the id of an API key for what was done by that one. */
  via: z.union([z.enum(viaKinds), z.uuid()]).optional(),
  /** Days of the workspace, both included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

export const AuditVerdict = z.object({
  /** Entries in the chain, and entries that wait to be sealed. */
  sealed: z.number().int(),
  waiting: z.number().int(),
  /** Entries whose words about somebody were erased, as an entry says. */
  forgotten: z.number().int(),
  /** Events from before there was an audit log: counted, not proved. */
  before: z.number().int(),
  /** The end of the chain, to be noted elsewhere: a number and the first figures of the link. */
  head: z.string().nullable(),
  /** Until when the end of the chain is also known outside of the database. */
  anchoredAt: z.iso.datetime().nullable(),
  /** How many things are wrong, and the first hundred of them. */
  found: z.number().int(),
  findings: z.array(
    z.object({
      kind: z.enum(['changed', 'emptied', 'removed', 'inserted', 'gap', 'relinked', 'shorter', 'replaced']),
      number: z.number().int().nullable(),
      event: z.uuid().nullable(),
      at: z.iso.datetime().nullable(),
    }),
  ),
});

export const auditApi = {
  list: route({
    method: 'get',
    path: '/api/audit',
    summary: 'Who did what, and who looked at sensitive facts; latest first',
    caller: 'seeAudit',
    query: wanted.extend({ after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.object({ entries: z.array(AuditEntry), next: z.string().nullable() }),
  }),
  verify: route({
    method: 'get',
    path: '/api/audit/verdict',
    summary: 'Whether anybody has tampered with the audit log: every entry and the whole chain are checked',
    caller: 'seeAudit',
    answer: AuditVerdict,
  }),
  export: route({
    method: 'get',
    path: '/api/audit/export',
    summary: 'The audit log as a file: CSV for people, JSON lines for programs. The export is itself an entry in the log',
    caller: 'exportAudit',
    query: wanted.extend({ format: z.enum(['csv', 'jsonl']).default('csv') }),
    raw: 'download',
  }),
};
