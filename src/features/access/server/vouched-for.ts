import type { Language } from '#kit/domain/languages.ts';
import { fail, FailureError, unwrap } from '#kit/domain/result.ts';
import type { Identity } from '#kit/server/identity.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { addressOf, checkJoining, type Vouched } from '../domain/index.ts';
import { recordFailedSignIn, recordWayInChange } from './account-events.ts';
import {
  findAccountAtProvider,
  findAccountByEmail,
  holdWaysIn,
  joinProvider,
  leaveProvider,
  proveAddress,
  type AccountName,
  type AtProvider,
} from './account-store.ts';
import { seatsOf } from './identity.ts';
import { acceptInvitationOfAddress } from './inviting.ts';

/** As the provider stands beside the accounts. */
export function providerKey({ config }: Services): string {
  return `oidc ${config.provider?.issuer ?? ''}`;
}

/**
 * The account of somebody for whom the provider vouches: the one that is joined to them; else the one that has their address; else one that is made for an open
 * invitation to it. Nobody gets a place by this alone. Refuses what `addressOf` and `checkJoining` refuse, and who has neither a place nor an invitation
 * (`provider.no_place`); where somebody has the address here, it is written down that they came and were refused.
 */
export async function accountVouchedFor(services: Services, vouched: Vouched, language: Language, address: string): Promise<string> {
  try {
    return await requireAccountVouchedFor(services, vouched, language);
  } catch (error) {
    const { email } = vouched;
    const known = email === undefined ? undefined : await services.database.transaction({}, (tx) => findAccountByEmail(tx, email));
    if (error instanceof FailureError && known) await recordFailedSignIn(services, known.id, { by: 'provider', address });
    throw error;
  }
}

async function requireAccountVouchedFor(services: Services, vouched: Vouched, language: Language): Promise<string> {
  const email = unwrap(addressOf(vouched, services.config.provider?.domains ?? []));
  const at = { provider: providerKey(services), subject: vouched.subject };
  const { database } = services;
  const joined = await database.transaction({}, (tx) => findAccountAtProvider(tx, at));
  const account = joined ?? (await joinByAddress(services, at, email));
  if (account && (await seatsOf(services, account.id)).length > 0) return account.id;
  const who = account
    ? { account }
    : { vouched: { ...at, id: newId(), credential: newId(), name: vouched.name ?? email.slice(0, email.indexOf('@')), email } };
  const taken = await acceptInvitationOfAddress(services, email, who, language);
  if (taken === undefined) throw fail('provider.no_place', { email });
  return taken;
}

async function joinByAddress(services: Services, at: AtProvider, email: string): Promise<AccountName | undefined> {
  const found = await services.database.transaction({}, async (tx) => {
    const account = await findAccountByEmail(tx, email);
    return account && { account, isNew: await join(tx, account, at, 'from outside') };
  });
  if (found?.isNew === true) await recordWayInChange(services, found.account.id, 'provider_joined');
  return found?.account;
}

/**
 * Joins the account that is signed in to who somebody is at the provider, when both have the same address. Refuses what `addressOf` refuses, another address
 * (`provider.other_address`), and who opens another account already (`provider.already_joined`).
 */
export async function joinAccountToProvider(services: Services, { account }: Identity, vouched: Vouched): Promise<void> {
  const email = unwrap(addressOf(vouched, services.config.provider?.domains ?? []));
  if (email !== account.email.toLowerCase()) throw fail('provider.other_address', { email });
  const at = { provider: providerKey(services), subject: vouched.subject };
  const isNew = await services.database.transaction({}, (tx) => join(tx, account, at, 'from inside'));
  if (isNew) await recordWayInChange(services, account.id, 'provider_joined');
}

/** False where they are joined already. */
async function join(tx: Tx, account: AccountName, at: AtProvider, how: 'from inside' | 'from outside'): Promise<boolean> {
  const { isAddressProven, hasPassword, passkeys, providers } = await holdWaysIn(tx, account.id);
  if (providers.includes(at.provider)) {
    // They came back in another window at the same moment; or whoever has this address at the provider now is another than who had it then.
    if ((await findAccountAtProvider(tx, at))?.id === account.id) return false;
    throw fail('provider.another', { email: account.email });
  }
  if (how === 'from outside') unwrap(checkJoining({ isAddressProven, isEntered: hasPassword || passkeys > 0 }));
  if (!(await joinProvider(tx, { ...at, id: account.id, credential: newId() }))) throw fail('provider.already_joined');
  await proveAddress(tx, account.id);
  return true;
}

/** Has an account opened by the provider no more. Refuses `provider.not_joined`, and the only way into an account (`access.last_way_in`). */
export async function leaveTheProvider(services: Services, { account }: Identity): Promise<void> {
  await services.database.transaction({}, async (tx) => {
    const { hasPassword, passkeys } = await holdWaysIn(tx, account.id);
    if (!(await leaveProvider(tx, account.id, providerKey(services)))) throw fail('provider.not_joined');
    if (!hasPassword && passkeys === 0) throw fail('access.last_way_in');
  });
  await recordWayInChange(services, account.id, 'provider_left');
}
