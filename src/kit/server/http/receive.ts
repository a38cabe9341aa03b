import type { Context, MiddlewareHandler } from 'hono';
import { placeOf } from '#kit/domain/network-place.ts';
import { fail } from '#kit/domain/result.ts';
import type { Identify, Identity } from '../identity.ts';
import type { Services } from '../services.ts';
import type { Limits } from './limits.ts';

/** What it takes to know who asks. */
type Asked = { readonly services: Services; readonly identify: Identify; readonly limits: Limits };

type Found = { readonly identity: Identity | undefined; readonly refusal?: Error | undefined };

type Received = Found & {
  readonly address: string;
  /** Say where the caller stands with their requests. */
  readonly headers: Headers;
};

/** Who asks, and from where, counted. A refusal is of a key that opens nothing, or of one request too many. */
export async function receive(context: Context, options: Asked): Promise<Received> {
  const address = addressOf(context, options.services.config.proxies);
  const { identity, refusal } = await lookFor(options.identify(context.req.raw.headers, address));
  const kind = context.req.method !== 'GET' && !identity ? 'signed-out change' : 'any';
  const counted = await options.limits.count(callerOf(identity, address), kind);
  const headers = new Headers({ ...counted.headers });
  return { address, identity, headers, refusal: counted.isTooMany ? fail('request.too_many_requests') : refusal };
}

// A key that opens nothing is told so only after it has been counted, as everything is.
async function lookFor(identity: ReturnType<Identify>): Promise<Found> {
  try {
    return { identity: await identity };
  } catch (refusal) {
    return { identity: undefined, refusal: refusal instanceof Error ? refusal : new Error(String(refusal)) };
  }
}

/** Whose requests are counted together: those of a key, of a colleague, of an account without a place; else those from a place, of which a network of IPv6 is one. */
function callerOf(identity: Identity | undefined, address: string): string {
  if (!identity) return `place ${placeOf(address)}`;
  if (identity.key) return `key ${identity.key.id}`;
  return identity.who ? `colleague ${identity.who.colleague}` : `account ${identity.account.id}`;
}

// Behind proxies of one's own, each of them has added whom it heard it from; what stands before was written by whoever asked, who may write anything.
function addressOf(context: Context, proxies: number): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',') ?? [];
  const told = proxies === 0 ? undefined : forwarded.at(-proxies)?.trim();
  if (told !== undefined && told !== '') return told;
  const connection = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  return connection?.remoteAddress ?? 'unknown';
}

/** Says once that somebody stands in between whom the settings do not know of: all who come by them count as one, in limits, waits and the list of sessions. */
export function noticeUnknownProxies({ config, log }: Services): MiddlewareHandler {
  let isSaid = config.proxies > 0;
  return async (context, next) => {
    if (!isSaid && context.req.header('x-forwarded-for') !== undefined) {
      isSaid = true;
      log.warn(
        'a request came with X-Forwarded-For while TEND_PROXIES is 0: behind a proxy all visitors count as one address; set TEND_PROXIES',
      );
    }
    await next();
  };
}
