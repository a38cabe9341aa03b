import { changesBetween } from '#kit/domain/changes.ts';
import { fail } from '#kit/domain/result.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { accessApi } from '../api.ts';
import { accessEvents } from '../api/events.ts';
import { accountResetCommand, accountSignOutCommand } from './account-commands.ts';
import { foundWorkspace } from './actions.ts';
import { recordSignOut } from './account-events.ts';
import { afterTheAnswerJobs } from './after-the-answer.ts';
import { authenticationOf } from './authentication.ts';
import { colleagueCommands } from './colleague-commands.ts';
import { workspaceCommand } from './commands.ts';
import { forgetIdentities } from './identity.ts';
import { invitingHandlers } from './inviting-handlers.ts';
import { keyCommands } from './keys/commands.ts';
import { keyHandlers } from './keys/handlers.ts';
import { secondFactorHandlers } from './second-factor-handlers.ts';
import { signingInHandlers } from './signing-in-handlers.ts';
import { forgetOldFailures } from './sign-in-guard.ts';
import { forgetOldTokens } from './sealed-token.ts';
import { waysInHandlers } from './ways-in-handlers.ts';
import { copyCookies, sessionOf, signIn, signInWithCode, toColleague, toPreferences, workIn } from './session.ts';
import { colleaguesHere, findColleague, updatePreferences, type PreferenceChange } from './store.ts';

export const access: Feature = {
  name: 'access',
  events: accessEvents,
  commands: [workspaceCommand, ...colleagueCommands, ...keyCommands, accountResetCommand, accountSignOutCommand],
  jobs: afterTheAnswerJobs,
  duties: [
    {
      name: 'access.forget_old_failures',
      every: '17 3 * * *',
      run: async (services) => {
        await forgetOldFailures(services);
        await forgetOldTokens(services);
      },
    },
  ],
  handlers: [
    handle(accessApi.session, async ({ identity, services }) => await sessionOf(services, identity)),
    handle(accessApi.welcome, async ({ body, services, ...visit }) => {
      const { workspace } = await foundWorkspace(services, body, { onlyFirst: true });
      return await signIn(services, body.owner, visit, workspace.id);
    }),
    handle(accessApi.signIn, async ({ body, services, ...visit }) => await signIn(services, body, visit)),
    handle(accessApi.signOut, async ({ services, identity, request, reply }) => {
      const { headers } = await authenticationOf(services).api.signOut({ headers: request.headers, returnHeaders: true });
      forgetIdentities(services);
      copyCookies(headers, reply);
      await recordSignOut(services, identity.account.id);
    }),
    handle(accessApi.switchWorkspace, async ({ services, identity, body }) => await workIn(services, identity, body.workspaceId)),
    handle(accessApi.proveSecondFactor, async ({ body, services, ...visit }) => await signInWithCode(services, body.code, visit)),
    ...signingInHandlers,
    ...secondFactorHandlers,
    ...invitingHandlers,
    ...waysInHandlers,
    ...keyHandlers,
    handle(accessApi.colleagues, async ({ tx }) => ({
      colleagues: (await colleaguesHere(tx)).map(toColleague),
    })),
    handle(accessApi.changeMe, async ({ tx, who, now, body, services }) => {
      const { minutesADay, serbianNames, ...rest } = body;
      const given = { ...rest, minutes_a_day: minutesADay, serbian_names: serbianNames };
      const change: PreferenceChange = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const before = await findColleague(tx, who.colleague);
      await updatePreferences(tx, who.colleague, change);
      tx.afterCommit(() => forgetIdentities(services));
      const colleague = await findColleague(tx, who.colleague);
      if (!before || !colleague) throw fail('access.colleague_not_found');
      const [earlier, later] = [toPreferences(before), toPreferences(colleague)];
      await recordEvent(tx, now, {
        kind: 'access.preferences_changed',
        colleague: who.colleague,
        detail: change,
        changes: changesBetween(earlier, later),
      });
      return later;
    }),
  ],
};
