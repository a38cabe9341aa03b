import { ownersHere, originOf, type Colleague } from '#features/access/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { postLetter, writeLetter } from '#kit/server/mail/index.ts';
import type { Services } from '#kit/server/services.ts';
import { pageOf, type ReminderKind } from '../domain/index.ts';
import { remind } from './making.ts';

/** Something the owners of a workspace have to know, though nobody is at the screen. */
export type Warning = {
  readonly kind: Extract<ReminderKind, 'backup_failed' | 'audit_tampered'>;
  /** What it is about: of the same, nobody is warned twice. */
  readonly occasion: string;
  readonly count: number;
  /** What the letter says, in the language of who gets it. */
  readonly words: (to: WrittenTo) => { readonly title: string; readonly lede: string; readonly foot: string; readonly link: string };
};

/** Who reads a letter: in which language, how moments are written there, and of which workspace they own it tells. */
export type WrittenTo = { readonly language: Language; readonly formats: Formats; readonly workspace: string };

/** A letter that could not be posted for so long is not worth posting any more. */
const hoursTried = 24;

/** Warns the owners of the workspace, each once: behind the bell, and by a letter where mail is set up. */
export async function warnOwners(tx: Tx, now: Temporal.Instant, services: Pick<Services, 'config'>, warning: Warning): Promise<void> {
  const owners = await ownersHere(tx);
  const { kind, occasion, count } = warning;
  const told = { kind, occasion, customer: null, promise: null, by: null, count, at: now };
  const warned = new Set(
    (
      await remind(
        tx,
        now,
        owners.map(({ id: colleague }) => ({ ...told, colleague })),
      )
    ).map((row) => row.colleague_id),
  );
  for (const owner of owners) if (warned.has(owner.id)) await writeTo(tx, now, services, owner, warning);
}

async function writeTo(
  tx: Tx,
  now: Temporal.Instant,
  { config }: Pick<Services, 'config'>,
  { email: to, language, calendar, digits }: Colleague,
  { kind, words }: Warning,
): Promise<void> {
  if (!config.mail) return;
  const workspace = await readWorkspace(tx);
  const formats = formatsOf(language, { ...workspace, calendar, digits });
  const { title, lede, foot, link } = words({ language, formats, workspace: workspace.name });
  const written = writeLetter({
    language,
    title,
    lede,
    parts: [],
    foot: { text: foot, link, path: pageOf(kind) ?? '/' },
    origin: originOf(config),
  });
  await postLetter(tx, now, { purpose: kind, to, subject: title, ...written, giveUpAt: now.add({ hours: hoursTried }) });
}
