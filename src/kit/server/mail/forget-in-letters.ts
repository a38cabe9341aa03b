import type { Tx } from '../db/index.ts';

/** Takes words out of the letters that still wait to be sent, however they are written; what was sent is kept nowhere. */
export async function forgetInLetters(tx: Tx, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const { rows } = await tx.client.query<{ id: string; subject: string | null; text: string | null; html: string | null }>(
    `select id, subject, body_text as text, body_html as html from letter
     where workspace_id = $1 and sent_at is null and failed_at is null for update`,
    [tx.workspace],
  );
  const escaped = words.flatMap((word) => [word, word.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)]);
  const pattern = new RegExp(escaped.map((word) => RegExp.escape(word)).join('|'), 'giu');
  for (const { id, subject, text, html } of rows) {
    const [one, two, three] = [subject, text, html].map((part) => part?.replaceAll(pattern, '…') ?? null);
    if (one === subject && two === text && three === html) continue;
    await tx.client.query('update letter set subject = $3, body_text = $4, body_html = $5 where workspace_id = $1 and id = $2', [
      tx.workspace,
      id,
      one,
      two,
      three,
    ]);
  }
}
