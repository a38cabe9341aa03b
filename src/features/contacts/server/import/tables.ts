import type { ContactMapping } from '../../domain/index.ts';
import type { ImportResult } from './import-file.ts';

export type ImportRow = {
  readonly id: string;
  readonly file_name: string;
  readonly file_size: number;
  readonly added_at: Temporal.Instant;
  readonly mapping: ContactMapping | null;
  readonly started_at: Temporal.Instant | null;
  readonly started_by: string | null;
  readonly read_bytes: number;
  readonly cancelled_at: Temporal.Instant | null;
  readonly finished_at: Temporal.Instant | null;
  readonly result: ImportResult | null;
  readonly failure: { code: string; values: Record<string, string | number> } | null;
};
