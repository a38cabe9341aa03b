import type { PurchaseMapping } from '../../domain/index.ts';
import type { ImportResult } from './import-file.ts';

export type ImportRow = {
  readonly id: string;
  readonly file_name: string;
  readonly file_size: number;
  readonly added_at: Temporal.Instant;
  readonly mapping: PurchaseMapping | null;
  readonly started_at: Temporal.Instant | null;
  readonly read_bytes: number;
  readonly cancelled_at: Temporal.Instant | null;
  readonly finished_at: Temporal.Instant | null;
  /** With the names of the file's columns, for the file of what was set aside. */
  readonly result: (ImportResult & { readonly columns: readonly string[] }) | null;
  readonly failure: { code: string; values: Record<string, string | number> } | null;
};
