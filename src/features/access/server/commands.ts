import { z } from 'zod';
import { NewWorkspace } from '#features/workspace/api.ts';
import { passwordLength } from '#kit/domain/password-length.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { translate } from '#kit/server/messages.ts';
import { foundWorkspace } from './actions.ts';

type Options = { name: string; currency: string; timeZone: string; language: string; ownerName?: string; ownerEmail: string; json?: true };

export const workspaceCommand: Command = {
  path: 'workspace create',
  summary: 'Create a workspace and its owner; the password is read from standard input',
  define: (program, context) => {
    program
      .requiredOption('--name <name>', 'name of the business')
      .requiredOption('--currency <code>', 'base currency, three letters (EUR)')
      .requiredOption('--time-zone <zone>', 'time zone by its IANA name (Europe/Athens)')
      .requiredOption('--owner-email <address>', "the owner's e-mail address, used to sign in")
      .option('--owner-name <name>', "the owner's name")
      .option('--language <code>', 'language of the workspace: en, el or fa', context.language)
      .option('--json', 'answer in JSON')
      .action(async (options: Options) => {
        const password = (await context.terminal.readAll()).replace(/\r?\n$/, '');
        const given = z.safeParse(NewWorkspace, {
          name: options.name,
          currency: options.currency.toUpperCase(),
          timeZone: options.timeZone,
          language: options.language,
          owner: { name: options.ownerName ?? options.ownerEmail.split('@')[0], email: options.ownerEmail, password },
        });
        if (!given.success) {
          const [issue] = given.error.issues;
          const option = String(issue?.path.at(-1));
          if (option !== 'password') throw fail('access.unusable_option', { option });
          const { shortest, longest } = passwordLength;
          throw password === ''
            ? fail('access.password_too_short', { minimum: shortest })
            : fail('access.password_too_long', { maximum: longest });
        }
        const { workspace } = await foundWorkspace(await context.services(), given.data, { onlyFirst: false });
        if (options.json) context.terminal.printJson({ id: workspace.id, name: workspace.name });
        else
          context.terminal.print(
            translate(context.language, 'workspace.command.made', { name: workspace.name, email: given.data.owner.email }),
          );
      });
  },
};
