import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Config } from '#kit/server/config.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { postLetter, writeLetter } from '#kit/server/mail/index.ts';
import { translate } from '#kit/server/messages.ts';
import type { Role } from '../domain/index.ts';

/** Where pages are, as the settings say: never by what a request claims, since the link goes to somebody else. */
export function originOf(config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return (config.publicUrl ?? `http://${config.host}:${config.port}`).replace(/\/$/, '');
}

/** Where somebody goes who is invited. The token stands behind the `#`, which browsers send to nobody. */
export function invitationLink(config: Pick<Config, 'publicUrl' | 'host' | 'port'>, token: string): string {
  return originOf(config) + invitationPath(token);
}

/** Where somebody chooses a new password. */
export function resetLink(config: Pick<Config, 'publicUrl' | 'host' | 'port'>, token: string): string {
  return originOf(config) + resetPath(token);
}

type Sending = { readonly tx: Tx; readonly now: Temporal.Instant; readonly config: Config };

/** Writes to somebody who was invited, in the language of the workspace. */
export async function writeInvitation(
  { tx, now, config }: Sending,
  told: { readonly to: string; readonly by: string; readonly role: Role; readonly token: string; readonly giveUpAt: Temporal.Instant },
): Promise<void> {
  const { name, language } = await readWorkspace(tx);
  const say = (key: string, values: Record<string, string> = {}) => translate(language, `access.letter.invitation.${key}`, values);
  const title = say('title', { workspace: name });
  const lede = say('lede', { name: told.by, role: translate(language, `access.role.${told.role}`) });
  await post({ tx, now, config }, language, {
    purpose: 'invitation',
    to: told.to,
    giveUpAt: told.giveUpAt,
    title,
    lede,
    path: invitationPath(told.token),
    foot: say('foot'),
    link: say('link'),
  });
}

/** Writes to somebody who has forgotten their password. */
export async function writeReset(
  { tx, now, config }: Sending,
  language: Language,
  told: { readonly to: string; readonly token: string; readonly giveUpAt: Temporal.Instant },
): Promise<void> {
  const say = (key: string) => translate(language, `access.letter.reset.${key}`);
  await post({ tx, now, config }, language, {
    purpose: 'reset',
    to: told.to,
    giveUpAt: told.giveUpAt,
    title: say('title'),
    lede: say('lede'),
    path: resetPath(told.token),
    foot: say('foot'),
    link: say('link'),
  });
}

type Words = {
  readonly purpose: string;
  readonly to: string;
  readonly giveUpAt: Temporal.Instant;
  readonly title: string;
  readonly lede: string;
  readonly path: string;
  readonly foot: string;
  readonly link: string;
};

async function post({ tx, now, config }: Sending, language: Language, words: Words): Promise<void> {
  const { purpose, to, giveUpAt, title, lede, path, foot, link } = words;
  const written = writeLetter({ language, title, lede, parts: [], foot: { text: foot, link, path }, origin: originOf(config) });
  await postLetter(tx, now, { purpose, to, subject: title, ...written, giveUpAt });
}

function invitationPath(token: string): string {
  return `/join#${token}`;
}

function resetPath(token: string): string {
  return `/reset#${token}`;
}
