import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { requireCustomer } from '../actions.ts';
import { contactsOf } from '../find-store.ts';
import {
  countCandidates,
  findLook,
  insertNotDuplicate,
  listCandidates,
  removeNotDuplicate,
  type After,
  type CandidateRow,
} from './candidate-store.ts';
import { lookSoon } from './look-soon.ts';

const mostCounted = 1000;

/** A page of the pairs that may be one customer, the likeliest first; `next` begins the page after it. */
export async function readCandidates(tx: Tx, limit: number, after?: string) {
  const rows = await listCandidates(tx, limit, after === undefined ? undefined : parseCursor(after));
  const contacts = await contactsOf(tx, [...new Set(rows.flatMap(({ one, other }) => [one, other]))]);
  const shown = (id: string) => {
    const contact = contacts.get(id);
    if (!contact) throw fail('customer.not_found');
    const { kind, name, language, email, phone } = contact;
    return { id, kind, name, language, email, phone };
  };
  const last = rows.at(-1);
  const lookedAt = await findLook(tx);
  return {
    pairs: rows.map(({ one, other, probability, reasons }) => ({
      one: shown(one),
      other: shown(other),
      probability,
      reasons: [...reasons],
    })),
    next: last && rows.length === limit ? cursorOf(last) : null,
    count: await countCandidates(tx, mostCounted),
    lookedAt: lookedAt?.toString() ?? null,
  };
}

/** Remembers for good that two customers are not the same. Saying it twice is saying it once. */
export async function sayNotSame(tx: Tx, now: Temporal.Instant, colleague: string, one: string, other: string): Promise<void> {
  if (one === other) throw fail('merge.same_customer');
  await requireCustomer(tx, one);
  await requireCustomer(tx, other);
  if (!(await insertNotDuplicate(tx, one, other, colleague, now))) return;
  await recordEvent(tx, now, { kind: 'duplicate.not_same', colleague, customer: one, subject: other });
}

/** Forgets it, and compares them again. */
export async function takeBackNotSame(tx: Tx, now: Temporal.Instant, colleague: string, one: string, other: string): Promise<void> {
  await requireCustomer(tx, one);
  await requireCustomer(tx, other);
  if (!(await removeNotDuplicate(tx, one, other))) return;
  await recordEvent(tx, now, { kind: 'duplicate.not_same_taken_back', colleague, customer: one, subject: other });
  await lookSoon(tx, [one]);
}

function cursorOf({ probability, one, other }: CandidateRow): string {
  return `${probability}_${one}_${other}`;
}

function parseCursor(cursor: string): After {
  const [probability = '', one = '', other = ''] = cursor.split('_');
  const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);
  if (!isId(one) || !isId(other) || !Number.isFinite(Number.parseFloat(probability))) throw fail('input.invalid', {}, 'after');
  return { probability: Number.parseFloat(probability), one, other };
}
