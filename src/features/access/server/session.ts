import { listWorkspaces, readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { may, rights, type Proof } from '../domain/index.ts';
import { recordSignIn } from './account-events.ts';
import { deleteSessions, updateSession } from './account-store.ts';
import { noteWrongPassword } from './after-the-answer.ts';
import { authenticationOf } from './authentication.ts';
import { forgetIdentities, identifySession, seatsOf, settleSession } from './identity.ts';
import { proveSecondFactor, type Asking } from './second-factor.ts';
import { attempt } from './sign-in-guard.ts';
import { findColleague, type Colleague } from './store.ts';

/** Who is signed in, where, and how they like to read; as the contract's `Session`. */
export async function sessionOf(services: Services, identity: Identity | undefined) {
  const firstVisit = !identity && (await services.database.transaction({}, listWorkspaces)).length === 0;
  const account = identity ? { name: identity.account.name, email: identity.account.email } : null;
  const seats = identity ? await seatsOf(services, identity.account.id) : [];
  // A key is at home in one.
  const workspaces = seats.flatMap(({ workspace: id, name }) => (identity?.key && id !== identity.who?.workspace ? [] : [{ id, name }]));
  const common = {
    needsSecondFactor: false,
    lacksFactor: identity?.lacks ?? null,
    readsOnly: identity?.key?.isReadOnly ?? false,
    resetsByMail: services.config.mail !== undefined,
    workspaces,
  };
  const who = identity?.who;
  if (!who) return { firstVisit, account, colleague: null, preferences: null, workspace: null, ...common };
  return await services.database.transaction({ workspace: who.workspace }, async (tx) => {
    const [workspace, colleague] = [await readWorkspace(tx), await findColleague(tx, who.colleague)];
    if (!colleague) throw fail('session.required');
    const { id, name, language, currency, timeZone } = workspace;
    return {
      firstVisit,
      account,
      colleague: { ...toColleague(colleague), rights: identity.lacks ? [] : rights.filter((right) => may(who, right)) },
      preferences: toPreferences(colleague),
      workspace: {
        id,
        name,
        language,
        currency,
        timeZone,
        today: todayOf(workspace, services.clock()).toString(),
        workdays: [...(await services.workdays(tx))],
      },
      ...common,
    };
  });
}

export type Visit = { readonly request: Request; readonly address: string; readonly reply: Headers };

/**
 * Signs in with a password. `workspace` is where the session works, where that is known beforehand. Refuses `access.wrong_password`, and whoever fails
 * too often (`sign_in.too_many_requests`).
 */
export async function signIn(services: Services, given: { email: string; password: string }, visit: Visit, workspace?: string) {
  const { request, address, reply } = visit;
  const { headers: cookies, response } = await attempt(services, { account: given.email, address }, async () => {
    try {
      const { email, password } = given;
      const headers = withAddress(request.headers, address);
      return await authenticationOf(services).api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
    } catch (error) {
      // Whether the address or the password was wrong is nobody's business.
      if (!(error instanceof Error && error.name === 'APIError')) throw error;
      await noteWrongPassword(services, given.email, address);
      throw fail('access.wrong_password');
    }
  });
  copyCookies(cookies, reply);
  if ('twoFactorRedirect' in response) return { ...(await sessionOf(services, undefined)), needsSecondFactor: true };
  return await arrive(services, cookies, { by: 'password', visit, workspace });
}

/** The second step of signing in. Refuses what `proveSecondFactor` refuses. */
export async function signInWithCode(services: Services, code: string, visit: Visit) {
  const cookies = await proveSecondFactor(services, askingOf(visit), code);
  copyCookies(cookies, visit.reply);
  return await arrive(services, cookies, { by: 'code', visit });
}

/** Signs in to an account that was proven by a passkey, or for which the provider vouches. */
export async function signInAs(services: Services, account: string, by: Proof, visit: Visit) {
  const { headers } = await authenticationOf(services).api.openProvenSession({
    body: { account },
    headers: askingOf(visit).headers,
    returnHeaders: true,
  });
  copyCookies(headers, visit.reply);
  return await arrive(services, headers, { by, visit });
}

async function arrive(
  services: Services,
  cookies: Headers,
  { by, visit, workspace }: { readonly by: Proof; readonly visit: Visit; readonly workspace?: string | undefined },
) {
  // Who signs in over an open session has a new one, and nobody goes on with the one before.
  const before = await identifySession(services, visit.request.headers);
  if (before) await endSession(services, before);
  const identity = await settleSession(services, cookies, { provenBy: by });
  // Also for the places where it does not work now: it may go over to each of them.
  if (identity) await recordSignIn(services, identity.account.id, by);
  return identity && workspace !== undefined ? await workIn(services, identity, workspace) : await sessionOf(services, identity);
}

async function endSession(services: Services, { account, session: id }: Identity): Promise<void> {
  if (id !== null) await services.database.transaction({}, (tx) => deleteSessions(tx, account.id, { id }));
  forgetIdentities(services);
}

/** Works in another workspace of the account's from now on. Refuses one in which it has no place (`workspace.not_found`). */
export async function workIn(services: Services, identity: Identity, workspace: string) {
  const seat = (await seatsOf(services, identity.account.id)).find((one) => one.workspace === workspace);
  if (!seat) throw fail('workspace.not_found');
  const { session } = identity;
  if (session !== null) await services.database.transaction({}, (tx) => updateSession(tx, session, { workspace }));
  forgetIdentities(services);
  return await sessionOf(services, { ...identity, who: seat });
}

/** The headers of a request as the sign-in library reads them: with the address that we know, not with one that a request may claim. */
export function withAddress(headers: Headers, address: string): Headers {
  const known = new Headers(headers);
  known.set('x-tend-address', address);
  return known;
}

export function askingOf({ request, address }: Pick<Visit, 'request' | 'address'>): Asking {
  return { headers: withAddress(request.headers, address), address };
}

export function copyCookies(from: Headers, to: Headers): void {
  for (const cookie of from.getSetCookie()) to.append('set-cookie', cookie);
}

export function toColleague({ id, name, email, role }: Colleague) {
  return { id, name, email, role };
}

export function toPreferences({ language, calendar, digits, serbian_names, theme, density, minutes_a_day }: Colleague) {
  return { language, calendar, digits, serbianNames: serbian_names, theme, density, minutesADay: minutes_a_day };
}
