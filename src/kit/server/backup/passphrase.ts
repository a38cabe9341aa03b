import { fail } from '#kit/domain/result.ts';
import type { CommandContext } from '../cli/command.ts';

/** Shorter ones are guessed by whoever holds the file. */
const shortestPassphrase = 12;

/** The passphrase of a command: read from standard input where `--passphrase` asks for that, otherwise the one that is set. Refused: `backup.passphrase_short`. */
export async function passphraseFor(
  options: { passphrase?: true },
  { terminal, settings }: Pick<CommandContext, 'terminal' | 'settings'>,
): Promise<string | undefined> {
  if (!options.passphrase) return settings().settings.TEND_BACKUP_PASSPHRASE;
  const given = (await terminal.readAll()).replace(/\r?\n$/, '');
  if (given.length < shortestPassphrase) throw fail('backup.passphrase_short', { minimum: shortestPassphrase });
  return given;
}
