import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fail } from '#kit/domain/result.ts';

export type Limits = {
  /** Throws `request.too_many_requests` when this caller asks too often. */
  check(address: string, kind: 'signed-out change' | 'any'): Promise<void>;
};

/** Signed-out changes (sign-in above all) are few for anyone honest; everything else only has a ceiling against runaway clients. */
export function makeLimits(perMinute: { signedOutChanges: number; any: number }): Limits {
  const strict = new RateLimiterMemory({ points: perMinute.signedOutChanges, duration: 60 });
  const ceiling = new RateLimiterMemory({ points: perMinute.any, duration: 60 });
  return {
    check: async (address, kind) => {
      try {
        await (kind === 'any' ? ceiling : strict).consume(address);
      } catch {
        throw fail('request.too_many_requests');
      }
    },
  };
}
