import { share, times, weighed, type Reason } from '#features/people/domain/index.ts';

export type KeyCustomerSilence = {
  readonly keySince: Temporal.PlainDate;
  /** The day on which we last really heard each other; null for never. */
  readonly lastContactOn: Temporal.PlainDate | null;
  readonly day: Temporal.PlainDate;
  /** The longest silence that the workspace wants with a key customer. */
  readonly limit: number;
  /** Minor units that are at stake with this customer. */
  readonly stake: number;
};

/**
 * A key customer not heard from for longer than the workspace wants. Silence counts from the last time we heard each other, or from the day
 * of the listing where that is later. Declined, it comes back when another whole limit of silence has passed.
 *
 * Cost: another week of silence is put at 1% of what is at stake for each limit that has passed, and at 3% at most. It is a judgement to order by,
 * not a measurement.
 */
export function keyCustomerUnheard({ keySince, lastContactOn, day, limit, stake }: KeyCustomerSilence): Reason | undefined {
  const heard = lastContactOn !== null && Temporal.PlainDate.compare(lastContactOn, keySince) >= 0;
  const since = heard ? lastContactOn : keySince;
  const days = since.until(day).days;
  if (days <= limit) return undefined;
  return {
    kind: 'conversations.key_customer_unheard',
    occasion: `${since.toString()}/${Math.floor(days / (limit + 1))}`,
    sinceOn: since.add({ days: limit + 1 }).toString(),
    ...weighed(
      stake,
      share('conversations.key_silence', 0.01),
      times('conversations.limits_passed', Math.min(3, days / limit), { days, limit }),
    ),
    evidence: { days, limit, lastOn: since.toString(), heard: heard ? 'yes' : 'no' },
    action: 'call',
    minutes: 10,
  };
}
