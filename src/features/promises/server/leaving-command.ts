import type { Command } from '#kit/server/cli/command.ts';
import { translate } from '#kit/server/messages.ts';
import { colleagueNamed } from './command-colleague.ts';
import { leave } from './leaving.ts';

type Options = { colleague: string; to: string; json?: true };

export const leaveCommand: Command = {
  path: 'leave',
  summary: 'Let a colleague leave: their customers and promises go to another, and their access ends',
  define: (program, context) => {
    program
      .requiredOption('--colleague <email>', 'who leaves')
      .requiredOption('--to <email>', 'who takes over')
      .option('--json', 'answer in JSON')
      .action(async ({ colleague, to, json }: Options) => {
        const { database, clock } = await context.services();
        const held = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
          const leaving = await colleagueNamed(tx, colleague);
          const receiver = await colleagueNamed(tx, to);
          return await leave(tx, clock(), await colleagueNamed(tx, undefined, leaving), { colleague: leaving, to: receiver });
        });
        if (json) context.terminal.printJson(held);
        else context.terminal.print(translate(context.language, 'promises.leaving.done', { ...held, to }));
      });
  },
};
