import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Where a caller stands after a request, with the headers that tell them so. */
export type Counted = { readonly isTooMany: boolean; readonly headers: Readonly<Record<string, string>> };

export type Limits = {
  /** Counts a request of a caller: a key, a colleague, or, where nobody is known, an address. */
  count(caller: string, kind: 'signed-out change' | 'any'): Promise<Counted>;
};

const seconds = 60;

/** Signed-out changes (sign-in above all) are few for anyone honest; everything else only has a ceiling against runaway clients. */
export function makeLimits(perMinute: { signedOutChanges: number; any: number }): Limits {
  const strict = limiter('signed-out-changes', perMinute.signedOutChanges);
  const ceiling = limiter('requests', perMinute.any);
  return { count: async (caller, kind) => await (kind === 'any' ? ceiling : strict)(caller) };
}

/** The headers are those of the IETF draft "RateLimit header fields for HTTP", and `Retry-After` of RFC 9110. */
function limiter(name: string, points: number): (caller: string) => Promise<Counted> {
  const limit = new RateLimiterMemory({ points, duration: seconds });
  const stands = ({ remainingPoints, msBeforeNext }: RateLimiterRes, isTooMany: boolean): Counted => {
    const wait = Math.max(1, Math.ceil(msBeforeNext / 1000));
    return {
      isTooMany,
      headers: {
        'ratelimit-policy': `"${name}";q=${points};w=${seconds}`,
        ratelimit: `"${name}";r=${remainingPoints};t=${wait}`,
        ...(isTooMany ? { 'retry-after': String(wait) } : {}),
      },
    };
  };
  return async (caller) => {
    try {
      return stands(await limit.consume(caller), false);
    } catch (error) {
      if (error instanceof RateLimiterRes) return stands(error, true);
      throw error;
    }
  };
}
