import { share, times, weighed, type Reason } from '#features/people/domain/index.ts';
import { median } from '#kit/domain/median.ts';

export type PulseReading = { readonly pulse: number; readonly on: Temporal.PlainDate };

export type PulseReadings = {
  /** As far back as they are known, the oldest first. */
  readonly readings: readonly PulseReading[];
  /** When we last heard each other. */
  readonly contactOn: Temporal.PlainDate | null;
  readonly day: Temporal.PlainDate;
  /** Minor units that are at stake with this customer. */
  readonly stake: number;
};

/** So far beneath the usual is a fall, whoever it is. */
const plainFall = 2;
/** So far is one of whom this many readings are known, all of them better. */
const smallFall = { by: 1, readings: 3 };
/** What nobody did anything about for so long has found its end. */
const freshFor = 365;

/**
 * Somebody feels worse than is usual with them: by two points or more below the median of their earlier readings, or by one where at least three are known and
 * they never felt so low. Measured against their own usual, not against anybody else's; a first reading, or a swing that they are used to, is none. As long as
 * they feel no better it stays the same fall against the same usual; where they fall further it is another occasion.
 *
 * It is a reason from the day after the last reading, for the talk in which it was read is no answer to it, until we have talked since.
 *
 * Cost: another week of leaving it is put at 3% of what is at stake for each point of the fall. It is a judgement to order by.
 */
export function pulseFell({ readings, contactOn, day, stake }: PulseReadings): Reason | undefined {
  const last = readings.at(-1);
  const fall = fallAtTheEnd(readings);
  if (!last || !fall) return undefined;
  const days = last.on.until(day).days;
  const isAnswered = contactOn !== null && Temporal.PlainDate.compare(contactOn, last.on) > 0;
  if (days < 1 || days > freshFor || isAnswered) return undefined;
  return {
    kind: 'conversations.pulse_fell',
    occasion: fall.on.toString(),
    sinceOn: last.on.add({ days: 1 }).toString(),
    ...weighed(stake, share('conversations.point_of_pulse', 0.03), times('conversations.points_fallen', fall.usual - last.pulse)),
    evidence: { pulse: last.pulse, usual: fall.usual, readings: fall.readings, readOn: last.on.toString() },
    action: 'call',
    minutes: 10,
  };
}

/** A fall that has not been made good: since when, how low it went, what was usual before, and from how many readings that is known. */
type Fall = { readonly on: Temporal.PlainDate; readonly lowest: number; readonly usual: number; readonly readings: number };

function fallAtTheEnd(readings: readonly PulseReading[]): Fall | undefined {
  let fall: Fall | undefined;
  for (const [index, { pulse, on }] of readings.entries()) {
    if (fall && !isMadeGood(fall, pulse)) fall = pulse < fall.lowest ? { ...fall, on, lowest: pulse } : fall;
    else {
      const before = readings.slice(0, index).map((earlier) => earlier.pulse);
      const usual = median(before);
      fall = usual !== undefined && isFall(pulse, usual, before) ? { on, lowest: pulse, usual, readings: before.length } : undefined;
    }
  }
  return fall;
}

function isFall(pulse: number, usual: number, before: readonly number[]): boolean {
  if (usual - pulse >= plainFall) return true;
  return usual - pulse >= smallFall.by && before.length >= smallFall.readings && pulse < Math.min(...before);
}

function isMadeGood({ lowest, usual }: Fall, pulse: number): boolean {
  return pulse > lowest && usual - pulse < plainFall;
}
