import { parse, serialize } from 'hono/utils/cookie';
import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import type { Services } from '#kit/server/services.ts';
import { accessApi } from '../api.ts';
import { holdWaysIn } from './account-store.ts';
import { proveAnew } from './fresh-proof.ts';
import { addPasskey, askForNewPasskey, askForPasskey, checkPasskey, removePasskey, renamePasskey } from './passkeys.ts';
import { listPasskeys } from './passkey-store.ts';
import { beginJourney, endJourney, readProvider } from './provider.ts';
import { relyingPartyOf, type RelyingParty } from './relying-party.ts';
import { askingOf, sessionOf, signInAs } from './session.ts';
import { orNoted } from './sign-in-guard.ts';
import { openToken, sealToken, tokenMinutes } from './sealed-token.ts';
import { accountVouchedFor, joinAccountToProvider, leaveTheProvider, providerKey } from './vouched-for.ts';

export const waysInHandlers: readonly Handler[] = [
  handle(accessApi.waysIn, async ({ services, request }) => ({
    passkeysAt: relyingPartyOf(services.config.publicUrl, request)?.origin ?? null,
    provider: await readProvider(services),
  })),
  handle(accessApi.myWaysIn, async ({ services, identity, request }) => {
    const { account } = identity;
    const [passkeys, ways] = await services.database.transaction({}, async (tx) => [
      await listPasskeys(tx, account.id),
      await holdWaysIn(tx, account.id),
    ]);
    const { provider, publicUrl } = services.config;
    return {
      hasPassword: ways.hasPassword,
      passkeys: passkeys.map(({ id, name, created_at: added, used_at: used }) => ({
        id,
        name,
        addedAt: added.toString(),
        usedAt: used?.toString() ?? null,
      })),
      passkeysAt: relyingPartyOf(publicUrl, request)?.origin ?? null,
      provider: provider ? { name: provider.name, isJoined: ways.providers.includes(providerKey(services)) } : null,
    };
  }),
  handle(accessApi.askForNewPasskey, async ({ services, identity, body, ...visit }) => {
    const party = requireParty(services, visit.request);
    await proveAnew(services, identity, askingOf(visit), body.password);
    return await askForNewPasskey(services, identity, party);
  }),
  handle(accessApi.addPasskey, async ({ services, identity, body, request }) => ({
    id: await addPasskey(services, identity, requireParty(services, request), body),
  })),
  handle(accessApi.renamePasskey, async ({ services, identity, params, body }) => {
    await renamePasskey(services, identity, params.passkey, body.name);
  }),
  handle(accessApi.removePasskey, async ({ services, identity, params, body, ...visit }) => {
    await proveAnew(services, identity, askingOf(visit), body.password);
    await removePasskey(services, identity, params.passkey);
  }),
  handle(accessApi.askForPasskey, async ({ services, request }) => await askForPasskey(services, requireParty(services, request))),
  handle(accessApi.signInWithPasskey, async ({ services, body, ...visit }) => {
    const account = await orNoted(services, () => checkPasskey(services, requireParty(services, visit.request), body, visit.address));
    return await signInAs(services, account, 'passkey', visit);
  }),
  handle(accessApi.beginAtProvider, async ({ services, identity, reply }) => {
    const { address, journey } = await beginJourney(services, identity?.account.email);
    const token = await sealToken(services, 'provider', { ...journey, account: identity?.account.id ?? '' });
    reply.append('set-cookie', journeyCookie(services, token));
    return { address };
  }),
  handle(accessApi.returnFromProvider, async ({ services, identity, body, language, ...visit }) => {
    const token = parse(visit.request.headers.get('cookie') ?? '')[cookieName(services)] ?? '';
    const held = await openToken(services, 'provider', token);
    // Who set out is who comes back: nobody is joined, or signed in, to what somebody else began.
    if (!held || held['account'] !== (identity?.account.id ?? '')) throw fail('provider.too_late');
    const vouched = await endJourney(services, held, body.query);
    visit.reply.append('set-cookie', journeyCookie(services, ''));
    if (!identity) {
      const account = await orNoted(services, () => accountVouchedFor(services, vouched, language, visit.address));
      return await signInAs(services, account, 'provider', visit);
    }
    await joinAccountToProvider(services, identity, vouched);
    return await sessionOf(services, identity);
  }),
  handle(accessApi.leaveProvider, async ({ services, identity, body, ...visit }) => {
    await proveAnew(services, identity, askingOf(visit), body.password);
    await leaveTheProvider(services, identity);
  }),
];

function requireParty({ config }: Services, request: Request): RelyingParty {
  const party = relyingPartyOf(config.publicUrl, request);
  if (!party) throw fail('passkey.unavailable');
  return party;
}

/** The browser keeps the token of a journey to the provider; empty, it forgets it. */
function journeyCookie(services: Services, token: string): string {
  const maxAge = token === '' ? 0 : tokenMinutes * 60;
  return serialize(cookieName(services), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(services), maxAge });
}

function cookieName(services: Services): string {
  return isSecure(services) ? '__Host-tend.journey' : 'tend.journey';
}

function isSecure({ config }: Services): boolean {
  return config.publicUrl?.startsWith('https:') === true;
}
