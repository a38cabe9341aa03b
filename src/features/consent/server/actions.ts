import { requireCustomer } from '#features/people/server/index.ts';
import { unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { readConsent, standingConsents, type ConsentTold, type ConsentWord } from '../domain/index.ts';
import { insertConsent, listConsents, type ConsentRow } from './consent-store.ts';

/** What a customer allows now, and everything they ever said about it, the latest first. Refuses `customer.not_found` and `customer.merged`. */
export async function readConsents(tx: Tx, customer: string): Promise<{ standing: readonly ConsentRow[]; words: readonly ConsentRow[] }> {
  await requireCustomer(tx, customer);
  const words = await listConsents(tx, customer);
  const standing = new Set(standingConsents(words.map(wordOf)).map(({ id }) => id));
  return { standing: words.filter(({ id }) => standing.has(id)), words };
}

/** Writes down what a customer said; what they said before stays readable. Refuses what `readConsent` refuses, `customer.not_found` and `customer.merged`. */
export async function noteConsent(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customer: string,
  told: ConsentTold,
): Promise<ConsentRow> {
  await requireCustomer(tx, customer);
  const word = unwrap(readConsent(told, now));
  const before = standingConsents((await listConsents(tx, customer)).map(wordOf)).find(
    ({ purpose, channel }) => purpose === word.purpose && channel === word.channel,
  );
  const row: ConsentRow = {
    id: newId(now.epochMilliseconds),
    customer_id: customer,
    purpose: word.purpose,
    channel: word.channel,
    is_given: word.isGiven,
    source: word.source,
    evidence: word.evidence,
    said_at: word.saidAt,
    noted_by: colleague,
    noted_at: now,
  };
  await insertConsent(tx, row);
  await recordEvent(tx, now, {
    kind: word.isGiven ? 'consent.given' : 'consent.withdrawn',
    colleague,
    customer,
    subject: row.id,
    detail: { purpose: word.purpose, channel: word.channel },
    changes: { allowed: [before?.isGiven ?? null, word.isGiven], evidence: [before?.evidence ?? null, word.evidence] },
  });
  return row;
}

function wordOf(row: ConsentRow): ConsentWord {
  const { id, purpose, channel, is_given: isGiven, source, evidence, said_at: saidAt } = row;
  return { id, purpose, channel, isGiven, source, evidence, saidAt };
}
