import type { Configuration } from 'openid-client';
import { z } from 'zod';
import { fail, FailureError } from '#kit/domain/result.ts';
import type { ProviderSettings } from '#kit/server/provider-settings.ts';
import type { Services } from '#kit/server/services.ts';
import type { Vouched } from '../domain/index.ts';

/** What the browser takes along to the provider is compared with what it brings back. */
const journeyShape = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() });

/** The page to which the provider sends people back; it stands in the provider's own settings, too. */
export const returnPath = '/sign-in/return';

/** So long nobody waits for a provider, in seconds. */
const patience = 5;
/** What the provider said of itself, or that it did not answer, counts so long, in milliseconds. */
const remembered = 10_000;

type Known = { readonly found: Promise<Configuration | undefined>; readonly until: number };

const known = new WeakMap<Services, Known>();

/** Who vouches for people here, and whether they answer now; null where nobody is set up. */
export async function readProvider(services: Services): Promise<{ name: string; isReachable: boolean } | null> {
  const { provider } = services.config;
  if (!provider) return null;
  return { name: provider.name, isReachable: (await discover(services, provider)) !== undefined };
}

/** The address of the provider for a journey that begins. Refuses `provider.none` and `provider.unreachable`. */
export async function beginJourney(
  services: Services,
  hint: string | undefined,
): Promise<{ address: string; journey: z.output<typeof journeyShape> }> {
  const { configuration, returnTo } = await reach(services);
  const client = await library();
  const journey = { verifier: client.randomPKCECodeVerifier(), state: client.randomState(), nonce: client.randomNonce() };
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnTo.href,
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
    state: journey.state,
    nonce: journey.nonce,
    ...(hint === undefined ? {} : { login_hint: hint }),
  });
  return { address: address.href, journey };
}

/**
 * Who has come back from the provider. What the browser brought is exchanged there for a token, and that is believed only when it was made by this provider, for us,
 * for this journey, and just now. Refuses `provider.declined` where the provider, or whoever sat there, did not want; `provider.unreachable`; and
 * `provider.not_accepted` for every fault.
 */
export async function endJourney(services: Services, held: Readonly<Record<string, string>>, query: string): Promise<Vouched> {
  const journey = journeyShape.parse(held);
  const { configuration, returnTo } = await reach(services);
  const client = await library();
  returnTo.search = query;
  try {
    const tokens = await client.authorizationCodeGrant(configuration, returnTo, {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw fail('provider.not_accepted');
    // Some tell the address only to who asks for it.
    const asks = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const told = asks ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
    return vouchedBy({ ...told, sub: claims.sub });
  } catch (error) {
    throw failureOf(services, error);
  }
}

function vouchedBy(claims: Readonly<Record<string, unknown>> & { readonly sub: string }): Vouched {
  const text = (name: string) => {
    const value = claims[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  return { subject: claims.sub, email: text('email'), isVerified: claims['email_verified'] === true, name: text('name') };
}

function failureOf({ log }: Services, error: unknown): Error {
  if (!(error instanceof Error) || error instanceof FailureError) return error instanceof Error ? error : new Error(String(error));
  const code = 'code' in error ? String(error.code) : error.name;
  // Which check failed is for whoever runs Tend; what failed it may be about somebody.
  log.warn({ code }, 'single sign-on refused');
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return fail('provider.declined');
  return isOutOfReach(error, code) ? fail('provider.unreachable') : fail('provider.not_accepted');
}

function isOutOfReach(error: Error, code: string): boolean {
  return code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed');
}

async function reach(services: Services): Promise<{ configuration: Configuration; returnTo: URL }> {
  const { provider, publicUrl } = services.config;
  if (!provider || publicUrl === undefined) throw fail('provider.none');
  const configuration = await discover(services, provider);
  if (!configuration) throw fail('provider.unreachable');
  return { configuration, returnTo: new URL(returnPath, publicUrl) };
}

/** Where the provider does what, as it says itself under its own address. Asked for when it is first needed, so that Tend starts without it. */
async function discover(services: Services, provider: ProviderSettings): Promise<Configuration | undefined> {
  const before = known.get(services);
  if (before && before.until > performance.now()) return await before.found;
  const found = ask(services, provider);
  known.set(services, { found, until: performance.now() + remembered });
  return await found;
}

async function ask({ log }: Services, { issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration | undefined> {
  const client = await library();
  const server = new URL(issuer);
  // oxlint-disable-next-line typescript/no-deprecated -- the settings allow it for this machine alone; the library marks it so that it is seen
  const execute = server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  try {
    return await client.discovery(server, clientId, clientSecret, undefined, { timeout: patience, execute });
  } catch (error) {
    log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'the provider of single sign-on does not answer');
    return undefined;
  }
}

/** Loaded when it is first needed: most installations have no provider. */
async function library() {
  return await import('openid-client');
}
