import { readWorkspace, updateSecondFactorRule } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Identity } from '#kit/server/identity.ts';
import { factorStanding, lackedFactor, type FactorStanding } from '../domain/index.ts';
import { readSessionState, readWaysIn } from './account-store.ts';
import { findColleague, listColleagues, type Colleague } from './store.ts';

/**
 * Requires a second factor of everyone who signs in with a password, or leaves it to them. `hasOne`: whoever requires it would come in themselves; otherwise they
 * would shut the door behind them (`second_factor.have_one_first`).
 */
export async function requireSecondFactor(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  { isRequired, hasOne }: { readonly isRequired: boolean; readonly hasOne: boolean },
): Promise<void> {
  if (isRequired && !hasOne) throw fail('second_factor.have_one_first');
  if ((await readWorkspace(tx)).requiresSecondFactor === isRequired) return;
  await updateSecondFactorRule(tx, isRequired);
  await recordEvent(tx, now, { kind: isRequired ? 'access.second_factor_required' : 'access.second_factor_left_free', colleague });
}

/** Whether a session would be let in where a second factor is required. */
export async function wouldBeLetIn(tx: Tx, { account, session }: Identity): Promise<boolean> {
  const state = session === null ? undefined : await readSessionState(tx, session);
  const ways = (await readWaysIn(tx, [account.id])).get(account.id);
  return state !== undefined && ways !== undefined && lackedFactor(state.provenBy, ways) === null;
}

/** Whether a colleague could come in where a second factor is required, without setting one up first. */
export async function couldComeIn(tx: Tx, colleague: string): Promise<boolean> {
  const found = await findColleague(tx, colleague);
  const standing = found && (await standingsOf(tx, [found])).get(colleague);
  return standing !== undefined && standing !== 'none';
}

/** Everybody who has or had a place, how it stands with the second factor of those who sign in, and whether one is required. */
export async function readSecondFactors(tx: Tx) {
  const colleagues = await listColleagues(tx);
  const { requiresSecondFactor } = await readWorkspace(tx);
  return { colleagues, standings: await standingsOf(tx, colleagues), requiresSecondFactor };
}

/** By the id of the colleague; without those who do not sign in. */
async function standingsOf(tx: Tx, colleagues: readonly Colleague[]): Promise<ReadonlyMap<string, FactorStanding>> {
  const signingIn = colleagues.filter(({ suspended_at: left }) => left === null);
  const ways = await readWaysIn(
    tx,
    signingIn.flatMap(({ account_id: account }) => account ?? []),
  );
  return new Map(
    signingIn.flatMap(({ id, account_id: account }) => {
      const found = ways.get(account ?? '');
      return found ? [[id, factorStanding(found)] as const] : [];
    }),
  );
}
