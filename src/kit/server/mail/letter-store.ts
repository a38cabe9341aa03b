import type { Tx } from '../db/index.ts';
import type { MailFailure } from './send-by-smtp.ts';

export type LetterRow = {
  readonly id: string;
  readonly purpose: string;
  readonly to_address: string;
  readonly subject: string | null;
  readonly body_text: string | null;
  readonly body_html: string | null;
  readonly made_at: Temporal.Instant;
  readonly give_up_at: Temporal.Instant;
  readonly attempts: number;
  readonly begun_at: Temporal.Instant | null;
  readonly sent_at: Temporal.Instant | null;
  readonly failed_at: Temporal.Instant | null;
  readonly failure: MailFailure['code'] | null;
  readonly answer: string | null;
};

export async function insertLetter(
  tx: Tx,
  row: Pick<
    LetterRow,
    'id' | 'purpose' | 'to_address' | 'subject' | 'body_text' | 'body_html' | 'made_at' | 'give_up_at' | 'failed_at' | 'failure'
  >,
): Promise<void> {
  await tx.client.query(
    `insert into letter (workspace_id, id, purpose, to_address, subject, body_text, body_html, made_at, give_up_at, failed_at, failure)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.workspace,
      row.id,
      row.purpose,
      row.to_address,
      row.subject,
      row.body_text,
      row.body_html,
      row.made_at.toString(),
      row.give_up_at.toString(),
      row.failed_at?.toString() ?? null,
      row.failure,
    ],
  );
}

/** How many letters of a purpose were written to an address since a moment. */
export async function countLetters(
  tx: Tx,
  { purpose, to, since }: { readonly purpose: string; readonly to: string; readonly since: Temporal.Instant },
): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    'select count(*)::int as count from letter where workspace_id = $1 and purpose = $2 and to_address = $3 and made_at > $4',
    [tx.workspace, purpose, to, since.toString()],
  );
  return rows[0]?.count ?? 0;
}

/** The letter, held until the transaction ends. */
export async function holdLetter(tx: Tx, id: string): Promise<LetterRow | undefined> {
  const { rows } = await tx.client.query<LetterRow>('select * from letter where workspace_id = $1 and id = $2 for update', [
    tx.workspace,
    id,
  ]);
  return rows[0];
}

export async function markBegun(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.client.query('update letter set begun_at = $3, attempts = attempts + 1 where workspace_id = $1 and id = $2', [
    tx.workspace,
    id,
    at.toString(),
  ]);
}

// What it said is needed no more, and belongs to customers.
const forgotten = 'begun_at = null, subject = null, body_text = null, body_html = null';

export async function markSent(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.client.query(`update letter set sent_at = $3, failure = null, answer = null, ${forgotten} where workspace_id = $1 and id = $2`, [
    tx.workspace,
    id,
    at.toString(),
  ]);
}

/** It did not go: given up where there is a moment, otherwise tried again. */
export async function markFailed(tx: Tx, id: string, failure: MailFailure, givenUpAt: Temporal.Instant | null): Promise<void> {
  await tx.client.query(
    `update letter set failure = $3, answer = $4, failed_at = $5, ${givenUpAt ? forgotten : 'begun_at = null'} where workspace_id = $1 and id = $2`,
    [tx.workspace, id, failure.code, failure.answer, givenUpAt?.toString() ?? null],
  );
}

/** Gives up every letter that waits: it may have been sent since the backup was made that it comes from. */
export async function giveUpRestored(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx.client.query(
    `update letter set failure = 'restored', answer = null, failed_at = $2, ${forgotten} where workspace_id = $1 and sent_at is null and failed_at is null`,
    [tx.workspace, at.toString()],
  );
}

/** What waits to be sent, what was sent last, and what was given up since a moment, the latest first. */
export type LettersRead = {
  readonly waiting: number;
  readonly lastSentAt: Temporal.Instant | null;
  readonly givenUp: readonly Pick<
    LetterRow,
    'id' | 'purpose' | 'to_address' | 'made_at' | 'failed_at' | 'failure' | 'answer' | 'attempts'
  >[];
};

const shownAtMost = 20;

export async function readLetters(tx: Tx, since: Temporal.Instant): Promise<LettersRead> {
  const { rows: counts } = await tx.client.query<{ waiting: number; lastSentAt: Temporal.Instant | null }>(
    `select (select count(*)::integer from letter where workspace_id = $1 and sent_at is null and failed_at is null) as waiting,
       (select sent_at from letter where workspace_id = $1 and sent_at is not null order by sent_at desc limit 1) as "lastSentAt"`,
    [tx.workspace],
  );
  const { rows: givenUp } = await tx.client.query<LetterRow>(
    `select id, purpose, to_address, made_at, failed_at, failure, answer, attempts from letter
     where workspace_id = $1 and failed_at >= $2::timestamptz order by failed_at desc limit ${shownAtMost}`,
    [tx.workspace, since.toString()],
  );
  return { waiting: counts[0]?.waiting ?? 0, lastSentAt: counts[0]?.lastSentAt ?? null, givenUp };
}
