import type { Command } from '#kit/server/cli/command.ts';
import { makeReset, requireAccount } from './account-password.ts';
import { resetLink } from './letters.ts';
import { dropSecondFactor } from './second-factor.ts';

export const accountResetCommand: Command = {
  path: 'account reset',
  summary: 'Print a link with which somebody who forgot their password chooses a new one, within the hour',
  define: (program, context) => {
    program
      .argument('<email>', 'the address of the account')
      .option('--without-second-factor', 'ask for no code of an authenticator app any more, for somebody who lost it')
      .option('--json', 'answer in JSON')
      .action(async (email: string, { withoutSecondFactor, json }: { withoutSecondFactor?: true; json?: true }) => {
        const services = await context.services();
        const account = await requireAccount(services, email.trim().toLowerCase());
        if (withoutSecondFactor) await dropSecondFactor(services, account.id);
        const link = resetLink(services.config, await makeReset(services, account));
        if (json) context.terminal.printJson({ link });
        else context.terminal.print(link);
      });
  },
};
