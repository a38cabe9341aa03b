import { passphraseFor, refuseRootElsewhere, restoreBackup, settleRestoration } from '#kit/server/backup/index.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { dataFolderOf } from '#kit/server/config.ts';
import { openInstallation } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { letterJob } from '#kit/server/mail/index.ts';
import { features } from './features.ts';
import { makeServices, refreshTouched, systemClock } from './services.ts';

const jobs = [letterJob, ...features.flatMap((feature) => feature.jobs ?? [])];

/** Stands here and not in a feature, since what was told outside each of them has to settle. */
export const restoreCommand: Command = {
  path: 'restore',
  summary: 'Restore a backup into an empty installation',
  define: (program, context) => {
    program
      .argument('<file>', 'the backup, of this Tend or an earlier one')
      .option('--passphrase', 'decrypt with a passphrase read from standard input, instead of the one that is set')
      .option('--json', 'answer in JSON')
      .action(async (file: string, options: { passphrase?: true; json?: true }) => {
        const { terminal, language } = context;
        // Before the folder is made.
        refuseRootElsewhere(dataFolderOf(context.settings().settings));
        const settings = context.config();
        const { head, sums, config } = await restoreBackup({
          file,
          config: settings,
          passphrase: await passphraseFor(options, context),
          now: systemClock(),
          jobsLeftOut: new Set(jobs.flatMap(({ name, isToldOnce }) => (isToldOnce ? [name] : []))),
        });
        // Opening it does to the rows what the schema has learned since the backup was made.
        const installation = await openInstallation(config, { name: 'tend command', refreshTouched: refreshTouched(systemClock) });
        try {
          await settleRestoration(makeServices(config, installation.database, systemClock, installation.ownerUrl), features);
        } finally {
          await installation.close();
        }
        const tables = Object.values(sums.tables);
        const told = {
          madeAt: head.madeAt,
          tables: tables.length,
          rows: tables.reduce((sum, { lines }) => sum + lines, 0),
          files: sums.files.count,
        };
        if (options.json) return terminal.printJson({ ...told, version: head.version, hasSecret: head.hasSecret });
        terminal.print(translate(language, 'app.command.restore.done', { ...told, madeAt: head.madeAt.replace('T', ' ') }));
        if (!head.hasSecret) terminal.print(translate(language, 'app.command.restore.no_secret'));
      });
  },
};
