import { share, times, weighed, type Reason } from '#features/people/domain/index.ts';

export type PulseReading = { readonly pulse: number; readonly on: Temporal.PlainDate };

export type PulseReadings = {
  /** The last reading. */
  readonly last: PulseReading;
  /** Those before it, however many are known of them. */
  readonly before: readonly number[];
  readonly day: Temporal.PlainDate;
  /** Minor units that are at stake with this customer. */
  readonly stake: number;
};

/** Fewer readings make no usual; older news has found its end. */
const fewest = 3;
const freshFor = 60;

/**
 * Somebody felt worse when we last read their pulse than they ever did in the readings before, and by at least one below the median of these: a fall
 * against their own usual, not against anybody else's. A first reading, or a swing that they are used to, is none. It is a reason from the day after, for the
 * talk in which it was read is no answer to it, and for sixty days.
 *
 * Cost: another week of leaving it is put at 3% of what is at stake for each point of the fall. It is a judgement to order by.
 */
export function pulseFell({ last, before, day, stake }: PulseReadings): Reason | undefined {
  if (before.length < fewest) return undefined;
  const usual = medianOf(before);
  const days = last.on.until(day).days;
  const fall = usual - last.pulse;
  if (fall < 1 || last.pulse >= Math.min(...before) || days < 1 || days > freshFor) return undefined;
  return {
    kind: 'conversations.pulse_fell',
    occasion: last.on.toString(),
    sinceOn: last.on.add({ days: 1 }).toString(),
    ...weighed(stake, share('conversations.point_of_pulse', 0.03), times('conversations.points_fallen', fall)),
    evidence: { pulse: last.pulse, usual, readings: before.length, readOn: last.on.toString() },
    action: 'call',
    minutes: 10,
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
