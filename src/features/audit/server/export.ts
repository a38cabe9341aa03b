import { neutralized } from '#kit/domain/formula-safety.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { translate } from '#kit/server/messages.ts';
import { delimitedRow } from '#kit/server/tables/index.ts';
import { readEntries, type EntriesAsked, type Entry } from './entries.ts';

export type AuditFormat = 'csv' | 'jsonl';

/** Who takes it: nobody where it is the terminal of the machine. */
type Taker = { readonly colleague?: string | undefined; readonly language: Language; readonly now: Temporal.Instant };

type Within = <T>(run: (tx: Tx) => Promise<T>) => Promise<T>;

const atOnce = 200;
const columns = ['number', 'at', 'by', 'what', 'kind', 'customer', 'customer_id', 'changes', 'told', 'id'] as const;

/**
 * The log as text, a page at a time; neither memory nor a connection is held for a slow reader. That it was taken is written down before the first piece
 * is read. Refuses what `readEntries` refuses.
 */
export async function* auditFile(
  within: Within,
  { colleague, language, now }: Taker,
  format: AuditFormat,
  asked: Omit<EntriesAsked, 'after' | 'limit'>,
): AsyncGenerator<string> {
  await within((tx) => recordEvent(tx, now, { kind: 'audit.exported', colleague, detail: { format } }));
  // A mark that tells spreadsheets which encoding it is.
  if (format === 'csv') yield `\ufeff${delimitedRow(columns.map((column) => translate(language, `audit.command.column.${column}`)))}`;
  let after: string | undefined;
  do {
    const { entries, next } = await within((tx) => readEntries(tx, language, { ...asked, after, limit: atOnce }));
    yield entries
      .map((entry) => (format === 'csv' ? delimitedRow(cellsOf(language, entry).map(neutralized)) : `${JSON.stringify(entry)}\n`))
      .join('');
    after = next ?? undefined;
  } while (after !== undefined);
}

/** Who did it, and by what: `Anna, by the key “Till”`. */
export function whoDid(language: Language, { by, via }: Pick<Entry, 'by' | 'via'>): string {
  return by && via ? translate(language, 'audit.by_via', { by: by.name, via: via.text }) : (by?.name ?? via?.text ?? '');
}

function cellsOf(language: Language, entry: Entry): string[] {
  return [
    entry.number === null ? '' : String(entry.number),
    entry.at,
    whoDid(language, entry),
    entry.name,
    entry.kind,
    entry.customer?.name ?? '',
    entry.customer?.id ?? '',
    entry.changes.map(({ name, before, after }) => `${name}: ${before} → ${after}`).join('; '),
    entry.told.map(({ name, text }) => `${name}: ${text}`).join('; '),
    entry.id,
  ];
}
