import type { Command } from '#kit/server/cli/command.ts';
import type { Services } from '#kit/server/services.ts';
import { translate } from '#kit/server/messages.ts';
import { fail } from '#kit/domain/result.ts';
import { makeReset, requireAccount } from './account-password.ts';
import { recordSessionsEnded } from './account-events.ts';
import { deleteAllSessions, deleteSessions } from './account-store.ts';
import { forgetIdentities } from './identity.ts';
import { resetLink } from './letters.ts';
import { dropPasskeys } from './passkeys.ts';
import { dropSecondFactor } from './second-factor.ts';

type ResetOptions = { withoutSecondFactor?: true; withoutPasskeys?: true; json?: true };

export const accountResetCommand: Command = {
  path: 'account reset',
  summary: 'Print a link with which somebody who forgot their password chooses a new one, within the hour',
  define: (program, context) => {
    program
      .argument('<email>', 'the address of the account')
      .option('--without-second-factor', 'no longer ask for a code of an authenticator app, for somebody who lost it')
      .option('--without-passkeys', 'remove all passkeys, for somebody who lost the devices that keep them')
      .option('--json', 'answer in JSON')
      .action(async (email: string, { withoutSecondFactor, withoutPasskeys, json }: ResetOptions) => {
        const services = await context.services();
        const account = await requireAccount(services, email.trim().toLowerCase());
        if (withoutSecondFactor) await dropSecondFactor(services, account.id);
        if (withoutPasskeys) await dropPasskeys(services, account.id);
        const link = resetLink(services.config, await makeReset(services, account));
        if (json) context.terminal.printJson({ link });
        else context.terminal.print(link);
      });
  },
};

export const accountSignOutCommand: Command = {
  path: 'account sign-out',
  summary: 'Sign an account out of all its browsers, or everybody out of all of theirs',
  define: (program, context) => {
    program
      .argument('[email]', 'the address of the account')
      .option('--everybody', 'all accounts of this installation')
      .option('--json', 'answer in JSON')
      .action(async (email: string | undefined, { everybody, json }: { everybody?: true; json?: true }) => {
        if ((email === undefined) === (everybody === undefined)) throw fail('access.sign_out_whom');
        const ended = await signOutEverywhere(await context.services(), email);
        if (json) context.terminal.printJson({ ended });
        else context.terminal.print(translate(context.language, 'access.sessions.ended', { count: ended }));
      });
  },
};

/** Ends every session of an account, or of everybody; answers how many. Refuses `access.account_not_found`. */
export async function signOutEverywhere(services: Services, email?: string): Promise<number> {
  const account = email === undefined ? undefined : await requireAccount(services, email.trim().toLowerCase());
  const ended = await services.database.transaction({}, async (tx) =>
    account ? new Map([[account.id, await deleteSessions(tx, account.id, { but: null })]]) : await deleteAllSessions(tx),
  );
  forgetIdentities(services);
  for (const [one, sessions] of ended) await recordSessionsEnded(services, one, sessions);
  return ended.values().reduce((sum, sessions) => sum + sessions, 0);
}
