import { channels, type Channel } from './routine.ts';

/** So many attempts go by one way; after as many by another, they are left in peace for a while. */
const attemptsByOneWay = 3;
export const attemptsInARound = 2 * attemptsByOneWay;
export const daysOfPause = 30;

/** What follows from attempts that nobody answered since we last heard each other; attempts of one day are one. */
export type NextStep = 'usual' | 'another' | 'pause';

/** The usual way three times, another three times, then a pause; after the pause it begins anew. */
export function nextStep(attempts: number): NextStep {
  const inRound = attempts % attemptsInARound;
  if (attempts > 0 && inRound === 0) return 'pause';
  return inRound >= attemptsByOneWay ? 'another' : 'usual';
}

export type Suggested = {
  readonly channel: Channel;
  /** Why this one: as the routine says; because the usual one went unanswered; because the usual one does not reach them; or no other way is known. */
  readonly because: 'usual' | 'another' | 'unreachable' | 'no_other';
};

/**
 * By which way to try next: the routine's own, or, after three attempts that nobody answered, the first other one that reaches the customer. `reachable` are
 * those for which a number or an address is known; nobody is asked to call who has no telephone.
 */
export function suggestChannel(usual: Channel, reachable: ReadonlySet<Channel>, attempts: number): Suggested {
  const others = channels.filter((one) => one !== usual && reachable.has(one));
  const [other] = others.filter((one) => !isSameWay(one, usual)).concat(others);
  const canUsual = reachable.has(usual) || !needsAddress(usual);
  if (nextStep(attempts) === 'usual') {
    if (canUsual || !other) return { channel: usual, because: 'usual' };
    return { channel: other, because: 'unreachable' };
  }
  return other ? { channel: other, because: 'another' } : { channel: usual, because: 'no_other' };
}

// A message goes to the telephone that was not picked up, and may be read; an e-mail goes elsewhere and is the greater change.
function isSameWay(one: Channel, other: Channel): boolean {
  const atTelephone: readonly Channel[] = ['call', 'message'];
  return atTelephone.includes(one) && atTelephone.includes(other);
}

/** The ways that a telephone number and an e-mail address open. Whether one can meet, or write a letter, the colleague knows. */
export function reachableBy(known: { readonly phone: boolean; readonly email: boolean }): ReadonlySet<Channel> {
  return new Set<Channel>([...(known.phone ? (['call', 'message'] as const) : []), ...(known.email ? (['email'] as const) : [])]);
}

function needsAddress(channel: Channel): boolean {
  return channel === 'call' || channel === 'message' || channel === 'email';
}
