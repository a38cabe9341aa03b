import type { Command } from '#kit/server/cli/command.ts';
import { makeReset, requireAccount } from './account-password.ts';
import { resetLink } from './letters.ts';

export const accountResetCommand: Command = {
  path: 'account reset',
  summary: 'Print a link with which somebody who forgot their password chooses a new one, within the hour',
  define: (program, context) => {
    program
      .argument('<email>', 'the address of the account')
      .option('--json', 'answer in JSON')
      .action(async (email: string, { json }: { json?: true }) => {
        const services = await context.services();
        const account = await requireAccount(services, email.trim().toLowerCase());
        const link = resetLink(services.config, await makeReset(services, account));
        if (json) context.terminal.printJson({ link });
        else context.terminal.print(link);
      });
  },
};
