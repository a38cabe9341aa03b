import { err, ok, type Result } from '#kit/domain/result.ts';

/**
 * Whether somebody may be said to have been sent by another, given who sent whom so far. One person sent a customer
 * (`circle.already_referred`), and nobody came, through however many others, by way of somebody they sent (`circle.referral_loop`).
 */
export function checkReferral(referrers: ReadonlyMap<string, string>, from: string, to: string): Result<void> {
  if (referrers.has(to)) return err('circle.already_referred');
  const met = new Set<string>();
  for (let one: string | undefined = from; one !== undefined && !met.has(one); one = referrers.get(one)) {
    if (one === to) return err('circle.referral_loop');
    met.add(one);
  }
  return ok(undefined);
}
