import { join, resolve } from 'node:path';
import { checkBackup, passphraseFor, type BackupSums } from '#kit/server/backup/index.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { translate } from '#kit/server/messages.ts';
import { nameOfBackup } from '../domain/index.ts';
import { backUp } from './back-up.ts';

type Options = { passphrase?: true; plain?: true; withSecret?: true; json?: true };

const backupCommand: Command = {
  path: 'backup',
  summary: 'Write everything into one file, even while Tend runs, and read it back',
  define: (program, context) => {
    program
      .argument('[file]', 'the file to write; without it one named by the moment, in the folder of backups or here')
      .option('--passphrase', 'encrypt with a passphrase read from standard input, instead of the one that is set')
      .option('--plain', 'do not encrypt, although a passphrase is set')
      .option('--with-secret', 'put the secret of the installation into the file although it is not encrypted')
      .option('--json', 'answer in JSON')
      .action(async (given: string | undefined, options: Options) => {
        const services = await context.services();
        const { config, clock } = services;
        const passphrase = options.plain ? undefined : await passphraseFor(options, context);
        const isEncrypted = passphrase !== undefined;
        const file = resolve(given ?? join(config.backup.folder ?? '.', nameOfBackup(clock(), isEncrypted)));
        const withSecret = isEncrypted || options.withSecret === true;
        const made = await backUp(services, { file, isScheduled: false, passphrase, withSecret, signal: context.signal });
        const told = { file, sizeBytes: made.sizeBytes, isEncrypted, withSecret, ...totals(made.sums), missing: made.missing };
        if (options.json) return context.terminal.printJson(told);
        const say = (key: string, values = {}) => context.terminal.print(translate(context.language, `backup.command.${key}`, values));
        say('made', { file, megabytes: told.sizeBytes / 1_000_000, rows: told.rows, files: told.files });
        if (told.missingFiles > 0) say('missing', { count: told.missingFiles, files: made.missing.join(', ') });
        if (!isEncrypted) say(withSecret ? 'plain_with_secret' : 'plain');
      });
  },
};

const verifyCommand: Command = {
  path: 'backup verify',
  summary: 'Read a whole backup and say whether it is as it was written',
  define: (program, context) => {
    program
      .argument('<file>', 'the backup')
      .option('--passphrase', 'decrypt with a passphrase read from standard input, instead of the one that is set')
      .option('--json', 'answer in JSON')
      .action(async (file: string) => {
        // `backup` has options of the same names and takes them, though they stand behind `verify`.
        const options = program.optsWithGlobals<Options>();
        // Neither the database nor a workspace is needed: a backup is looked at wherever it lies.
        const { terminal } = context;
        const { head, sums } = await checkBackup(file, await passphraseFor(options, context));
        const { madeAt, version, hasSecret } = head;
        const told = { file: resolve(file), madeAt, version, ...totals(sums) };
        if (options.json) terminal.printJson({ ...told, hasSecret, tables: sums.tables });
        else {
          terminal.print(translate(context.language, 'backup.command.verified', { ...told, madeAt: madeAt.replace('T', ' ') }));
          if (told.missingFiles > 0)
            terminal.print(translate(context.language, 'backup.command.verified_missing', { count: told.missingFiles }));
        }
      });
  },
};

function totals({ tables, files }: BackupSums): { tables: number; rows: number; files: number; missingFiles: number } {
  const all = Object.values(tables);
  return { tables: all.length, rows: all.reduce((sum, { lines }) => sum + lines, 0), files: files.count, missingFiles: files.missing };
}

export const backupCommands = [backupCommand, verifyCommand];
