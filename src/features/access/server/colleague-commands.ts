import type { Command as Program } from 'commander';
import { z } from 'zod';
import { fail } from '#kit/domain/result.ts';
import { actInWorkspace, type Done } from '#kit/server/cli/acting.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import { table } from '#kit/server/cli/text.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { accessApi } from '../api.ts';
import { roles, stateOfInvitation, type Role } from '../domain/index.ts';
import { listInvitations } from './invitation-store.ts';
import { invite, revokeInvitation } from './inviting.ts';
import { invitationLink } from './letters.ts';
import { changeRole } from './roles.ts';
import { couldComeIn, readSecondFactors, requireSecondFactor } from './second-factor-rule.ts';
import { colleaguesHere, listColleagues } from './store.ts';
import { terminalOwner } from './terminal-owner.ts';

type Options = { name?: string; role: string; json?: true };

/** Who sits at the terminal of the server speaks for the business. */
export const colleagueCommands: readonly Command[] = [
  {
    path: 'colleagues',
    summary: 'Who has a place in the workspace, as what, and who is invited',
    define: (program, context) => {
      program.option('--json', 'answer in JSON').action(async ({ json }: { json?: true }) => {
        const { database, clock } = await context.services();
        const [{ colleagues, standings, requiresSecondFactor }, invitations] = await database.transaction(
          { workspace: await context.workspace() },
          async (tx) => [await readSecondFactors(tx), await listInvitations(tx)],
        );
        const state = (expiresAt: Temporal.Instant) => stateOfInvitation({ outcome: null, expiresAt }, clock());
        const rows = [
          ...colleagues.map((one) => ({
            name: one.name,
            email: one.email,
            role: one.role,
            state: one.suspended_at ? 'left' : one.account_id === null ? 'without_account' : 'here',
            secondFactor: standings.get(one.id) ?? null,
          })),
          ...invitations.map((one) => ({
            name: one.name,
            email: one.email,
            role: one.role,
            state: `invitation_${state(one.expires_at)}`,
            secondFactor: null,
          })),
        ];
        if (json) return context.terminal.printJson({ colleagues: rows, requiresSecondFactor });
        const say = (key: string) => translate(context.language, `access.command.${key}`);
        const cells = rows.map((row) => [
          row.name,
          row.email,
          translate(context.language, `access.role.${row.role}`),
          say(`state.${row.state}`),
          row.secondFactor === null ? '' : say(`second_factor.${row.secondFactor}`),
        ]);
        const headings = ['name', 'email', 'role', 'state', 'second_factor'].map(say);
        for (const line of table(headings, cells)) context.terminal.print(line);
        context.terminal.print(say(requiresSecondFactor ? 'second_factor_required' : 'second_factor_left_free'));
      });
    },
  },
  {
    path: 'colleagues second-factor',
    summary: 'Require a second factor of everyone who signs in with a password, or leave it to them',
    define: (program, context) => {
      program.argument('<rule>', 'required or free');
      run(program, context, async (tx, now, { colleague }, rule) => {
        if (rule !== 'required' && rule !== 'free') throw fail('access.unusable_option', { option: 'rule' });
        const isRequired = rule === 'required';
        await requireSecondFactor(tx, now, colleague, { isRequired, hasOne: await couldComeIn(tx, colleague) });
        const key = isRequired ? 'second_factor_required' : 'second_factor_left_free';
        return { answer: { isRequired }, text: translate(context.language, `access.command.${key}`) };
      });
    },
  },
  {
    path: 'colleagues invite',
    summary: 'Invite somebody; prints the link, which is shown once',
    define: (program, context) => {
      program
        .argument('<email>', 'their e-mail address')
        .option('--name <name>', 'what they are called')
        .option('--role <role>', `one of ${roles.join(', ')}`, 'colleague');
      run(program, context, async (tx, now, by, email, options) => {
        const known = (await listColleagues(tx)).find((one) => one.email.toLowerCase() === email);
        const given = z.safeParse(accessApi.invite.body, {
          name: options.name ?? known?.name ?? email.split('@')[0],
          email,
          role: options.role,
        });
        if (!given.success) throw fail('access.unusable_option', { option: String(given.error.issues[0]?.path.at(-1)) });
        const { colleagueId: _, ...told } = given.data;
        const { config, entrusted } = await context.services();
        const { token, expiresAt } = await invite(tx, now, by, told, entrusted);
        const link = invitationLink(config, token);
        return { answer: { link, expiresAt: expiresAt.toString() }, text: link };
      });
    },
  },
  {
    path: 'colleagues revoke',
    summary: 'Take an invitation back',
    define: (program, context) => {
      program.argument('<email>', 'whom it was for');
      run(program, context, async (tx, now, by, email) => {
        const found = (await listInvitations(tx)).find((one) => one.email === email);
        if (!found) throw fail('invitation.not_found');
        await revokeInvitation(tx, now, by.colleague, found.id);
        return { answer: { email }, text: translate(context.language, 'access.command.revoked', { email }) };
      });
    },
  },
  {
    path: 'colleagues role',
    summary: 'Change a colleague’s role',
    define: (program, context) => {
      program.argument('<email>', 'whose').requiredOption('--role <role>', `one of ${roles.join(', ')}`);
      run(program, context, async (tx, now, by, email, { role }) => {
        const found = (await colleaguesHere(tx)).find((one) => one.email.toLowerCase() === email);
        if (!found) throw fail('access.colleague_not_found');
        const wanted = roles.find((one) => one === role);
        if (!wanted) throw fail('access.unusable_option', { option: 'role' });
        const { entrusted } = await context.services();
        await changeRole(tx, now, by.colleague, { colleague: found.id, role: wanted }, entrusted);
        const words = { name: found.name, role: translate(context.language, `access.role.${wanted}`) };
        return { answer: { email, role: wanted }, text: translate(context.language, 'access.command.role_changed', words) };
      });
    },
  },
];

type By = { readonly colleague: string; readonly role: Role };
type Act = (tx: Tx, now: Temporal.Instant, by: By, told: string, options: Options) => Promise<Done>;

/** The terminal acts as the owner of the workspace. */
function run(program: Program, context: CommandContext, act: Act): void {
  actInWorkspace(program, context, async (tx, now, told, command) =>
    act(tx, now, { colleague: await terminalOwner(tx), role: 'owner' }, told.trim().toLowerCase(), command.optsWithGlobals<Options>()),
  );
}
