import type { z } from 'zod';
import { namesOfColleagues, namesOfKeys } from '#features/access/server/index.ts';
import { listCustomFields, namesOfCustomers } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import type { AuditEntry } from '../api.ts';
import { changesOf, groupOf, isSensitive, toldBy, viaKindOf, written, type AuditGroup } from '../domain/index.ts';
import { listEntries, listKinds, type EntriesWanted, type EntryRow } from './entries-store.ts';

/** As the contract and the command line say it: days of the workspace, both included. */
export type EntriesAsked = {
  readonly group?: AuditGroup | undefined;
  readonly colleague?: string | undefined;
  readonly customer?: string | undefined;
  readonly via?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

export type Entry = z.input<typeof AuditEntry>;

/** A page of the log, the latest first. Refuses a cursor that is none (`input.invalid`). */
export async function readEntries(tx: Tx, language: Language, asked: EntriesAsked): Promise<{ entries: Entry[]; next: string | null }> {
  const rows = await listEntries(tx, await wantedBy(tx, asked), asked.limit + 1);
  const { shown, next } = pageOf(rows, asked.limit, ({ at, id }) => ({ at, id }));
  return { entries: await entriesOf(tx, language, shown), next };
}

async function wantedBy(tx: Tx, { group, colleague, customer, via, from, until, after }: EntriesAsked): Promise<EntriesWanted> {
  const { timeZone } = await readWorkspace(tx);
  const startOf = (day: string, later = 0) => Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(timeZone).toInstant();
  return {
    kinds: group === undefined ? undefined : (await listKinds(tx)).filter((kind) => groupOf(kind) === group),
    colleague,
    customer,
    via,
    from: from === undefined ? undefined : startOf(from),
    until: until === undefined ? undefined : startOf(until, 1),
    after: readMomentCursor(after)?.id,
  };
}

async function entriesOf(tx: Tx, language: Language, rows: readonly EntryRow[]): Promise<Entry[]> {
  const colleagues = await namesOfColleagues(tx);
  const keys = rows.some(({ via, subject }) => via !== null || subject !== null) ? await namesOfKeys(tx) : new Map<string, string>();
  const customers = await namesOfCustomers(
    tx,
    rows.flatMap(({ customer }) => customer ?? []),
  );
  const fields = new Map(
    (await listCustomFields(tx)).flatMap((field) => [
      [field.id, field.name] as const,
      ...field.choices.map(({ id, name }) => [id, name] as const),
    ]),
  );
  const nameOf = (id: string) => colleagues.get(id) ?? customers.get(id) ?? fields.get(id);
  return rows.map((row) => {
    const isHidden = isSensitive(row.detail);
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      name: wordOf(language, 'kind', row.kind),
      group: groupOf(row.kind),
      at: row.at.toString(),
      by: row.colleague === null ? null : { id: row.colleague, name: colleagues.get(row.colleague) ?? '' },
      via: viaOf(language, row.via, keys),
      customer: row.customer === null ? null : { id: row.customer, name: customers.get(row.customer) ?? null },
      subject: row.subject,
      subjectName:
        row.subject === null || row.subject === row.colleague ? null : (colleagues.get(row.subject) ?? keys.get(row.subject) ?? null),
      changes: isHidden
        ? []
        : changesOf(row).map(({ field, before, after }) => ({
            field,
            name: fields.get(field) ?? wordOf(language, 'field', field),
            before: written(before, nameOf),
            after: written(after, nameOf),
          })),
      told: toldBy(row.detail)
        .map(({ field, value }) => ({
          field,
          name: wordOf(language, 'field', field),
          text: wordFor(language, field, written(value, nameOf)),
        }))
        .filter(({ text }) => text !== ''),
      isHidden,
      isForgotten: row.isForgotten,
    };
  });
}

function viaOf(language: Language, via: string | null, keys: ReadonlyMap<string, string>): Entry['via'] {
  const kind = viaKindOf(via);
  if (kind === 'in_person') return null;
  const key = kind === 'key' ? via : null;
  return { kind, key, text: translate(language, `audit.command.via.${kind}`, { key: keys.get(key ?? '') ?? '' }) };
}

/** A code that stands in a field, in the reader's words: by what somebody signed in. What is no code stays as it is. */
function wordFor(language: Language, field: string, value: string): string {
  const key = `audit.command.value.${field}.${value}`;
  const word = translate(language, key);
  return word === key ? value : word;
}

/** In the reader's words; what has none is called by its code. */
function wordOf(language: Language, what: 'kind' | 'field', code: string): string {
  const key = `audit.command.${what}.${code}`;
  const word = translate(language, key);
  return word === key ? code : word;
}
