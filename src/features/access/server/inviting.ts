import { readWorkspace } from '#features/workspace/server/index.ts';
import { preferredLanguage, type Language } from '#kit/domain/languages.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Entrusted } from '#kit/server/entrusted.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { checkGiving, checkInvitation, invitationDays, may, type Role } from '../domain/index.ts';
import { insertAccount, insertVouchedAccount, type AccountName } from './account-store.ts';
import { authenticationOf } from './authentication.ts';
import { forgetIdentities } from './identity.ts';
import { endInvitations, holdInvitation, insertInvitation, listInvitationsOfAddress, type InvitationRow } from './invitation-store.ts';
import { checkPassword } from './passwords.ts';
import { requireNothingEntrusted } from './roles.ts';
import { makeLinkSecret, readLinkSecret } from './secret.ts';
import { findColleague, findSeatOf, holdColleague, insertColleague, joinAccount, listColleagues, type Colleague } from './store.ts';

export type Inviting = { readonly colleague: string; readonly role: Role };
export type Invited = { readonly id: string; readonly token: string; readonly expiresAt: Temporal.Instant };

/**
 * Invites somebody to a place in the workspace: a new one, or that of a colleague who stands there already without an account (found by their
 * e-mail, or named). The token goes into a link and is not kept; whoever invites the same again makes a new link, and the earlier one is worth nothing.
 * Refuses `role.not_allowed`, `access.colleague_not_found`, `access.already_suspended`, `invitation.already_colleague`, `invitation.already_made`, and what
 * `requireNothingEntrusted` refuses.
 */
export async function invite(
  tx: Tx,
  now: Temporal.Instant,
  by: Inviting,
  told: { readonly name: string; readonly email: string; readonly role: Role; readonly colleague?: string | undefined },
  entrusted: readonly Entrusted[],
): Promise<Invited> {
  unwrap(checkGiving(by.role, told.role));
  const seat = await seatToJoin(tx, told);
  if (seat) await requireNothingEntrusted(tx, now, { colleague: seat.id, role: told.role }, entrusted);
  const { token, secretHash } = makeLinkSecret(tx.workspace);
  const id = newId(now.epochMilliseconds);
  const expiresAt = now.add({ hours: invitationDays * 24 });
  await endInvitations(tx, { email: told.email }, { at: now, outcome: 'replaced', by: by.colleague });
  const isMade = await insertInvitation(tx, {
    id,
    colleague_id: seat?.id ?? null,
    name: told.name,
    email: told.email,
    role: told.role,
    secret_hash: secretHash,
    invited_by: by.colleague,
    invited_at: now,
    expires_at: expiresAt,
  });
  if (!isMade) throw fail('invitation.already_made');
  await recordEvent(tx, now, { kind: 'access.colleague_invited', colleague: by.colleague, subject: id, detail: { role: told.role } });
  return { id, token, expiresAt };
}

async function seatToJoin(tx: Tx, { colleague, email }: { colleague?: string | undefined; email: string }): Promise<Colleague | undefined> {
  const all = await listColleagues(tx);
  const named = all.find(({ id }) => id === colleague);
  if (colleague !== undefined && !named) throw fail('access.colleague_not_found');
  const seat = named ?? all.find((one) => one.email.toLowerCase() === email);
  if (seat?.suspended_at) throw fail('access.already_suspended');
  if (seat?.account_id !== null && seat !== undefined) throw fail('invitation.already_colleague', {}, 'email');
  return seat;
}

/** Takes an invitation back. Refuses `invitation.not_found`, also for one that has ended. */
export async function revokeInvitation(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const ended = await endInvitations(tx, { id }, { at: now, outcome: 'revoked', by });
  if (ended === 0) throw fail('invitation.not_found');
  await recordEvent(tx, now, { kind: 'access.invitation_revoked', colleague: by, subject: id });
}

export type InvitationSeen = {
  readonly workspace: string;
  readonly invitedBy: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** What somebody is invited to, for whoever holds the link. Refuses `invitation.not_found` and what `checkInvitation` refuses. */
export async function openInvitation(services: Services, token: string): Promise<InvitationSeen> {
  const { workspace, secretHash } = readToken(token);
  return await services.database.transaction({ workspace }, async (tx) => {
    const row = await holdOpen(tx, services.clock(), secretHash);
    const inviter = await requireInviter(tx, row);
    return { workspace: (await readWorkspace(tx)).name, invitedBy: inviter.name, name: row.name, email: row.email, role: row.role };
  });
}

export type Joining =
  | { readonly account: { readonly id: string; readonly name: string; readonly email: string } }
  | { readonly fresh: { readonly name: string; readonly email: string; readonly password: string }; readonly language: Language };

/**
 * Accepts an invitation, once: with the account that is signed in, or with one that is made for it in the same transaction. Answers the place taken.
 * Besides what `openInvitation`, `checkPassword` and `requireNothingEntrusted` refuse: `access.email_taken`, and an account that has a place here
 * (`invitation.already_colleague`).
 */
export async function acceptInvitation(services: Services, token: string, by: Joining): Promise<{ workspace: string; colleague: string }> {
  const { workspace, secretHash } = readToken(token);
  const now = services.clock();
  const hash = 'fresh' in by ? await hashFor(services, by.fresh, token) : '';
  const colleague = await services.database.transaction({ workspace }, async (tx) => {
    const row = await holdOpen(tx, now, secretHash);
    await requireInviter(tx, row);
    const account = 'account' in by ? by.account : { ...by.fresh, id: newId() };
    if ('fresh' in by) {
      const isFresh = await insertAccount(tx, { ...account, credential: newId(), passwordHash: hash });
      if (!isFresh) throw fail('access.email_taken', {}, 'account.email');
    } else if (await findSeatOf(tx, account.id)) throw fail('invitation.already_colleague');
    const setting = { language: 'language' in by ? by.language : undefined, entrusted: services.entrusted };
    return await takePlace(tx, now, row, account, setting);
  });
  forgetIdentities(services);
  return { workspace, colleague };
}

/**
 * Accepts the latest open invitation to an address that was shown to be somebody's, without its link: with the account that they have, or with one that is made
 * with it. Answers the account; undefined where nothing invites them.
 */
export async function acceptInvitationOfAddress(
  services: Services,
  email: string,
  by: { readonly account: AccountName } | { readonly vouched: Parameters<typeof insertVouchedAccount>[1] },
  language: Language,
): Promise<string | undefined> {
  const now = services.clock();
  const account = 'account' in by ? by.account : by.vouched;
  for (const { workspace, id } of await services.database.transaction({}, (tx) => listInvitationsOfAddress(tx, email))) {
    const isIn = await services.database.transaction({ workspace }, async (tx) => {
      const row = await holdInvitation(tx, { id });
      if (!row || !checkInvitation({ outcome: row.outcome, expiresAt: row.expires_at }, now).ok) return false;
      if (!(await findInviter(tx, row)) || (await findSeatOf(tx, account.id)) !== undefined) return false;
      // Who comes back twice at once is in by the first; the second begins anew.
      if ('vouched' in by && !(await insertVouchedAccount(tx, by.vouched))) throw fail('invitation.already_accepted');
      await takePlace(tx, now, row, account, { language, entrusted: services.entrusted });
      return true;
    });
    if (!isIn) continue;
    forgetIdentities(services);
    return account.id;
  }
  return undefined;
}

type Setting = { readonly language: Language | undefined; readonly entrusted: readonly Entrusted[] };

async function takePlace(tx: Tx, now: Temporal.Instant, row: InvitationRow, account: AccountName, setting: Setting): Promise<string> {
  const seat = await takeSeat(tx, now, row, account, setting);
  await endInvitations(tx, { id: row.id }, { at: now, outcome: 'accepted', by: seat });
  await recordEvent(tx, now, { kind: 'access.colleague_joined', colleague: seat, subject: row.id, detail: { role: row.role } });
  return seat;
}

async function takeSeat(
  tx: Tx,
  now: Temporal.Instant,
  row: InvitationRow,
  account: AccountName,
  { language, entrusted }: Setting,
): Promise<string> {
  if (row.colleague_id !== null) {
    const seat = await holdColleague(tx, row.colleague_id);
    if (!seat || seat.suspended_at !== null) throw fail('invitation.revoked');
    if (seat.account_id !== null) throw fail('invitation.already_accepted');
    await requireNothingEntrusted(tx, now, { colleague: seat.id, role: row.role }, entrusted);
    await joinAccount(tx, seat.id, { accountId: account.id, email: account.email, role: row.role });
    return seat.id;
  }
  const id = newId();
  const reads = language ?? preferredLanguage((await readWorkspace(tx)).language);
  const persian = reads === 'fa';
  await insertColleague(tx, {
    id,
    account_id: account.id,
    name: account.name,
    email: account.email,
    role: row.role,
    language: reads,
    calendar: persian ? 'persian' : 'gregorian',
    digits: persian ? 'persian' : 'latin',
  });
  return id;
}

function readToken(token: string) {
  const secret = readLinkSecret(token);
  if (!secret) throw fail('invitation.not_found');
  return secret;
}

async function holdOpen(tx: Tx, now: Temporal.Instant, secretHash: string): Promise<InvitationRow> {
  const row = await holdInvitation(tx, { secretHash });
  if (!row) throw fail('invitation.not_found');
  unwrap(checkInvitation({ outcome: row.outcome, expiresAt: row.expires_at }, now));
  return row;
}

/** An invitation is worth no more than whoever gave it: who has left, or lost the right to, invites nobody any more. */
async function requireInviter(tx: Tx, row: InvitationRow): Promise<Colleague> {
  const inviter = await findInviter(tx, row);
  if (!inviter) throw fail('invitation.revoked');
  return inviter;
}

async function findInviter(tx: Tx, row: InvitationRow): Promise<Colleague | undefined> {
  const inviter = await findColleague(tx, row.invited_by);
  if (!inviter || inviter.suspended_at !== null || !may(inviter, 'manageColleagues')) return undefined;
  return checkGiving(inviter.role, row.role).ok ? inviter : undefined;
}

// Slow by intent, so before the transaction and not inside of it; and only for a link that opens something.
async function hashFor(services: Services, fresh: { name: string; email: string; password: string }, token: string): Promise<string> {
  const { workspace } = await openInvitation(services, token);
  await checkPassword(fresh.password, { email: fresh.email, names: [fresh.name, workspace] }, 'account.password');
  const { password } = await authenticationOf(services).$context;
  return await password.hash(fresh.password);
}
