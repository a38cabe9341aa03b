import { share, times, weighed, type Reason } from '#features/people/domain/index.ts';
import type { Suggested } from './attempts.ts';
import { actionBy, minutesBy, type TargetKind } from './routine.ts';

export type DueContact = {
  /** By which kind of routine; `floor` where there is none. */
  readonly by: TargetKind | 'floor';
  readonly purpose: string;
  readonly everyDays: number;
  readonly dueOn: Temporal.PlainDate;
  readonly latestOn: Temporal.PlainDate;
  readonly plannedOn: Temporal.PlainDate;
  /** When we last really heard each other; null for never. */
  readonly heardOn: Temporal.PlainDate | null;
  readonly attempts: number;
  readonly suggested: Suggested;
  /** Who is to act, where that is not who answers for the customer. */
  readonly standIn: string | undefined;
  readonly day: Temporal.PlainDate;
  /** Minor units that are at stake with this customer. */
  readonly stake: number;
};

/**
 * The day has come that was planned for hearing from each other, by a routine or by the floor. Whatever restarts the clock settles it; what went out and an
 * attempt rest it. Declined, it comes back with the next window.
 *
 * Cost: another week of waiting is put at 0.5% of what is at stake on the ideal day, rising to 1.5% on the latest and 2.5% at most. It is a judgement to
 * order by: below a silence that breaks somebody's own rhythm, above a figure that moved.
 */
export function contactDue(due: DueContact): Reason {
  const { dueOn, latestOn, plannedOn, heardOn, day, stake, suggested } = due;
  const width = Math.max(1, dueOn.until(latestOn).days);
  const gone = Math.max(0, dueOn.until(day).days);
  return {
    kind: 'cadence.due',
    occasion: dueOn.toString(),
    sinceOn: plannedOn.toString(),
    ...weighed(stake, share('cadence.waiting', 0.005 + 0.01 * Math.min(2, gone / width), { days: gone, width })),
    evidence: {
      by: due.by,
      purpose: due.purpose,
      everyDays: due.everyDays,
      heard: heardOn === null ? 'no' : 'yes',
      days: heardOn?.until(day).days ?? 0,
      lastOn: (heardOn ?? dueOn).toString(),
      latestOn: latestOn.toString(),
      late: isBefore(latestOn, day) ? 'yes' : 'no',
      ...tried(due),
    },
    action: actionBy(suggested.channel),
    minutes: minutesBy(suggested.channel),
    ...(due.standIn === undefined ? {} : { colleague: due.standIn }),
  };
}

/**
 * Nobody has talked with an active customer for longer than the floor: the least that everybody gets is not being given. It stands instead of the routine's own
 * reason, also where that was declined.
 *
 * Cost: another week under the floor is put at 1% of what is at stake for each floor that has passed, and at 3% at most.
 */
export function underTheFloor(due: DueContact, floorDays: number, silentSince: Temporal.PlainDate): Reason | undefined {
  const { day, stake, suggested, heardOn } = due;
  const days = silentSince.until(day).days;
  if (days <= floorDays) return undefined;
  return {
    kind: 'cadence.floor',
    occasion: `${due.dueOn.toString()}/${Math.floor(days / (floorDays + 1))}`,
    sinceOn: silentSince.add({ days: floorDays + 1 }).toString(),
    ...weighed(
      stake,
      share('cadence.under_floor', 0.01),
      times('cadence.floors_passed', Math.min(3, days / floorDays), { days, floorDays }),
    ),
    evidence: { days, floorDays, lastOn: silentSince.toString(), heard: heardOn === null ? 'no' : 'yes', ...tried(due) },
    action: actionBy(suggested.channel),
    minutes: minutesBy(suggested.channel),
    ...(due.standIn === undefined ? {} : { colleague: due.standIn }),
  };
}

function tried({ attempts, suggested }: DueContact) {
  return { attempts, channel: suggested.channel, because: suggested.because };
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
