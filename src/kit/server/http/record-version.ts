import { createHash } from 'node:crypto';
import type { Route } from '#kit/contract/route.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '../db/index.ts';

/**
 * The version of a record, as a strong entity tag: a digest of what its route answers, so that it changes with whatever somebody could have read there. No
 * table has to keep a number for it, and what hangs on a record in other tables counts, too.
 */
export function versionOf({ versionWithout = [] }: Route, answer: unknown): string {
  const written = JSON.stringify(answer, (name, value: unknown) => (versionWithout.includes(name) ? undefined : value));
  return `"${createHash('sha256').update(written).digest('base64url').slice(0, 22)}"`;
}

/** Whether a header names a version: one of several, or any (`*`). What was packed on the way is the same record (`W/`). */
export function names(header: string, version: string): boolean {
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === version);
}

/**
 * Holds the record that a request changes until its transaction ends, so that of two who change it at once the second sees what the first did; and refuses
 * (`record.overtaken`) where it is not of a version that the caller named with `If-Match`.
 */
export async function holdRecord(tx: Tx, address: string, expected: string | null, read: () => Promise<string>): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.workspace} ${address}`]);
  if (expected !== null && !names(expected, await read())) throw fail('record.overtaken');
}
