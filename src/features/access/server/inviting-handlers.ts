import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import type { Identity } from '#kit/server/identity.ts';
import { accessApi } from '../api.ts';
import { rolesGivenBy, stateOfInvitation, type FactorStanding, type Role } from '../domain/index.ts';
import { forgetIdentities } from './identity.ts';
import { acceptInvitation, invite, openInvitation, revokeInvitation } from './inviting.ts';
import { listInvitations } from './invitation-store.ts';
import { writeInvitation } from './letters.ts';
import { changeRole } from './roles.ts';
import { readSecondFactors } from './second-factor-rule.ts';
import { signIn, toColleague, workIn } from './session.ts';
import { namesOfColleagues, type Colleague } from './store.ts';

export const invitingHandlers: readonly Handler[] = [
  handle(accessApi.invitations, async ({ tx, now }) => {
    const names = await namesOfColleagues(tx);
    const rows = await listInvitations(tx);
    return {
      invitations: rows.map(({ id, name, email, role, invited_by: by, expires_at: expiresAt, outcome }) => ({
        id,
        name,
        email,
        role,
        invitedBy: names.get(by) ?? '',
        expiresAt: expiresAt.toString(),
        state: stateOfInvitation({ outcome, expiresAt }, now),
      })),
    };
  }),
  handle(accessApi.invite, async ({ tx, now, who, body, services: { config, entrusted }, identity }) => {
    const { colleagueId: colleague, ...told } = body;
    const { id, token, expiresAt } = await invite(tx, now, who, { ...told, colleague }, entrusted);
    const letter = { to: told.email, by: identity.account.name, role: told.role, token, giveUpAt: expiresAt };
    if (config.mail) await writeInvitation({ tx, now, config }, letter);
    return { id, token, expiresAt: expiresAt.toString(), isMailed: config.mail !== undefined };
  }),
  handle(accessApi.revokeInvitation, async ({ tx, now, who, params }) => {
    await revokeInvitation(tx, now, who.colleague, params.invitation);
  }),
  handle(accessApi.openInvitation, async ({ services, body }) => await openInvitation(services, body.token)),
  handle(accessApi.acceptInvitation, async ({ services, body, identity, language, ...visit }) => {
    if (body.account) {
      const { workspace } = await acceptInvitation(services, body.token, { fresh: body.account, language });
      return await signIn(services, body.account, visit, workspace);
    }
    const { account, session } = requireAccount(identity);
    const { workspace } = await acceptInvitation(services, body.token, { account });
    return await workIn(services, { account, session, who: undefined }, workspace);
  }),
  handle(accessApi.seats, async ({ tx, who }) => {
    const { colleagues, standings, requiresSecondFactor } = await readSecondFactors(tx);
    return { seats: colleagues.map((one) => seatAnswer(one, who.role, standings.get(one.id) ?? null)), requiresSecondFactor };
  }),
  handle(accessApi.changeRole, async ({ tx, now, who, params, body, services }) => {
    await changeRole(tx, now, who.colleague, { colleague: params.colleague, role: body.role }, services.entrusted);
    tx.afterCommit(() => forgetIdentities(services));
  }),
];

function requireAccount(identity: Identity | undefined): Identity {
  if (!identity) throw fail('session.required');
  return identity;
}

function seatAnswer(colleague: Colleague, asking: Role, secondFactor: FactorStanding | null) {
  const { account_id: account, suspended_at: left, last_seen_at: seen } = colleague;
  const given = rolesGivenBy(asking);
  const state = left ? ('left' as const) : account === null ? ('without_account' as const) : ('here' as const);
  return {
    ...toColleague(colleague),
    state,
    lastSeenAt: seen?.toString() ?? null,
    secondFactor,
    roles: left === null && given.includes(colleague.role) ? [...given] : [],
  };
}
