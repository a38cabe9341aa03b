import { findColleague } from '#features/access/server/index.ts';
import { colleagueNamed } from '#features/promises/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import { reminderAnswer } from './answers.ts';
import { readDigest } from './digests.ts';
import { countUnseen, readReminders } from './readings.ts';
import { reminderLine } from './reminder-line.ts';
import { remindWorkspace } from './round.ts';

type Options = { for?: string; json?: true };

const shownAtMost = 100;

const listCommand: Command = {
  path: 'reminders',
  summary: 'What a colleague was reminded of, the latest first; a dot before what they have not seen',
  define: (program, context) => {
    program
      .option('--for <email>', 'of whom; the owner of the workspace, unless told')
      .option('--json', 'answer in JSON')
      .action(async (options: Options) => {
        const { database } = await context.services();
        const { found, unseen, workspace } = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
          const colleague = await colleagueNamed(tx, options.for);
          const { reminders } = await readReminders(tx, { colleague, limit: shownAtMost });
          return { found: reminders, unseen: await countUnseen(tx, colleague), workspace: await readWorkspace(tx) };
        });
        const { terminal, language } = context;
        if (options.json) return terminal.printJson({ reminders: found.map(reminderAnswer), unseen });
        if (found.length === 0) return terminal.print(translate(language, 'reminders.none'));
        const formats = formatsOf(language, workspace);
        const headings = ['', translate(language, 'reminders.command.when'), translate(language, 'reminders.command.what')];
        const rows = found.map((one) => [
          one.seenAt === null && one.stands ? '•' : '',
          formats.moment(one.madeAt),
          reminderLine(one, (key, values) => translate(language, key, values), formats),
        ]);
        for (const line of table(headings, rows)) terminal.print(line);
      });
  },
};

const makeCommand: Command = {
  path: 'reminders make',
  summary: 'Make the reminders that are due by now, without waiting for the server',
  define: (program, context) => {
    program.action(async () => {
      const services = await context.services();
      const count = await remindWorkspace(services, await context.workspace());
      context.terminal.print(translate(context.language, 'reminders.command.made', { count }));
    });
  },
};

const digestCommand: Command = {
  path: 'digest',
  summary: 'What the digest of a colleague would say now; sends nothing',
  define: (program, context) => {
    program
      .option('--for <email>', 'of whom; the owner of the workspace, unless told')
      .option('--json', 'answer in JSON')
      .action(async (options: Options) => {
        const services = await context.services();
        const written = await services.database.transaction({ workspace: await context.workspace() }, async (tx) => {
          const reader = await findColleague(tx, await colleagueNamed(tx, options.for));
          return reader ? await readDigest(tx, services, services.clock(), reader) : null;
        });
        if (options.json) return context.terminal.printJson({ digest: written });
        context.terminal.print(written?.text ?? translate(context.language, 'reminders.command.nothing'));
      });
  },
};

export const reminderCommands: readonly Command[] = [listCommand, makeCommand, digestCommand];
