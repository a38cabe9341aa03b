import type { Colleague } from '#features/access/server/index.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import type { Config } from '#kit/server/config.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { DigestAsked, DigestPart } from '#kit/server/digest.ts';
import { writeLetter } from '#kit/server/mail/index.ts';
import { translate } from '#kit/server/messages.ts';
import type { Services } from '#kit/server/services.ts';

type For = {
  readonly services: Services;
  readonly now: Temporal.Instant;
  readonly day: Temporal.PlainDate;
  readonly timeZone: string;
  readonly reader: Colleague;
  readonly workspace: string;
  readonly currency: string;
};

export type DigestWritten = { readonly subject: string; readonly text: string; readonly html: string };

/** What every feature has to say to a colleague on a day, as one letter; nothing where none has anything. */
export async function writeDigest(
  tx: Tx,
  { services, now, day, timeZone, reader, workspace, currency }: For,
): Promise<DigestWritten | null> {
  const { language, calendar, digits } = reader;
  const formats = formatsOf(language, { timeZone, currency, calendar, digits });
  const say: DigestAsked['say'] = (key, values) => translate(language, key, values);
  const asked: DigestAsked = { summary: services.summary, now, colleague: reader.id, day, timeZone, language, formats, say };
  const parts: DigestPart[] = [];
  for (const section of services.digest) {
    const part = await section.read(tx, asked);
    if (part) parts.push(part);
  }
  if (parts.length === 0) return null;
  const on = formats.weekdayAndDay(day);
  const letter = writeLetter({
    language,
    title: on,
    lede: say('reminders.digest.lede', { workspace, name: reader.name }),
    parts,
    foot: { text: say('reminders.digest.why'), link: say('reminders.digest.change'), path: '/settings/reminders' },
    origin: originOf(services.config),
  });
  return { subject: say('reminders.digest.subject', { workspace, day: on }), ...letter };
}

function originOf({ publicUrl, host, port }: Config): string {
  return publicUrl?.replace(/\/$/, '') ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
}
