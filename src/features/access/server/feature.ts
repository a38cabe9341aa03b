import { listWorkspaces, readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { accessApi } from '../api.ts';
import { rightsOf } from '../domain/index.ts';
import { foundWorkspace } from './actions.ts';
import { authenticationOf } from './authentication.ts';
import { workspaceCommand } from './commands.ts';
import { forgetIdentities, identify } from './identity.ts';
import { findColleague, listColleagues, updatePreferences, type Colleague, type PreferenceChange } from './store.ts';

export const access: Feature = {
  name: 'access',
  commands: [workspaceCommand],
  handlers: [
    handle(accessApi.session, async ({ identity, services }) => await sessionOf(services, identity)),
    handle(accessApi.welcome, async ({ body, services, reply, request }) => {
      await foundWorkspace(services, body, { onlyFirst: true });
      return await signIn(services, body.owner, request.headers, reply);
    }),
    handle(accessApi.signIn, async ({ body, services, reply, request }) => await signIn(services, body, request.headers, reply)),
    handle(accessApi.signOut, async ({ services, request, reply }) => {
      const { headers } = await authenticationOf(services).api.signOut({ headers: request.headers, returnHeaders: true });
      forgetIdentities(services);
      copyCookies(headers, reply);
    }),
    handle(accessApi.colleagues, async ({ tx }) => ({
      colleagues: (await listColleagues(tx)).filter((one) => one.suspended_at === null).map(toColleague),
    })),
    handle(accessApi.changeMe, async ({ tx, who, now, body, services }) => {
      const { minutesADay, ...rest } = body;
      const given = { ...rest, minutes_a_day: minutesADay };
      const change: PreferenceChange = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      await updatePreferences(tx, who.colleague, change);
      tx.afterCommit(() => forgetIdentities(services));
      await recordEvent(tx, now, { kind: 'access.preferences_changed', colleague: who.colleague, detail: change });
      const colleague = await findColleague(tx, who.colleague);
      if (!colleague) throw fail('access.colleague_not_found');
      return toPreferences(colleague);
    }),
  ],
};

async function signIn(services: Services, given: { email: string; password: string }, headers: Headers, reply: Headers) {
  let cookies: Headers;
  try {
    const { email, password } = given;
    const answer = await authenticationOf(services).api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
    cookies = answer.headers;
  } catch (error) {
    // Whether the address or the password was wrong is nobody's business.
    if (error instanceof Error && error.name === 'APIError') throw fail('access.wrong_password');
    throw error;
  }
  copyCookies(cookies, reply);
  const cookie = cookies
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return await sessionOf(services, await identify(services, new Headers({ cookie })));
}

function copyCookies(from: Headers, to: Headers): void {
  for (const cookie of from.getSetCookie()) to.append('set-cookie', cookie);
}

async function sessionOf(services: Services, identity: Identity | undefined) {
  const firstVisit = !identity && (await services.database.transaction({}, listWorkspaces)).length === 0;
  const account = identity ? { name: identity.account.name, email: identity.account.email } : null;
  const who = identity?.who;
  if (!who) return { firstVisit, account, colleague: null, preferences: null, workspace: null };
  return await services.database.transaction({ workspace: who.workspace }, async (tx) => {
    const [workspace, colleague] = [await readWorkspace(tx), await findColleague(tx, who.colleague)];
    if (!colleague) throw fail('session.required');
    const { id, name, language, currency, timeZone } = workspace;
    return {
      firstVisit,
      account,
      colleague: { ...toColleague(colleague), rights: [...rightsOf(colleague.role)] },
      preferences: toPreferences(colleague),
      workspace: { id, name, language, currency, timeZone, today: todayOf(workspace, services.clock()).toString() },
    };
  });
}

function toColleague({ id, name, email, role }: Colleague) {
  return { id, name, email, role };
}

function toPreferences({ language, calendar, digits, theme, density, minutes_a_day }: Colleague) {
  return { language, calendar, digits, theme, density, minutesADay: minutes_a_day };
}
