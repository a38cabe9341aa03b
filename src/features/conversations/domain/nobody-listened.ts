import { share, weighed, type Reason } from '#features/people/domain/index.ts';

export type TalkShare = { readonly percent: number; readonly on: Temporal.PlainDate };

export type TalksHad = {
  /** The last talks whose shares were noted, the latest first. */
  readonly talks: readonly TalkShare[];
  readonly day: Temporal.PlainDate;
  /** How much of a talk should be theirs, in percent: under it we told more than we should have. */
  readonly standard: number;
  /** Minor units that are at stake with this customer. */
  readonly stake: number;
};

const talksInARow = 3;
const freshFor = 90;

/**
 * In the last three talks whose shares were noted the customer had less than the standard of each. It is a reason from the day after the last of them, for ninety days,
 * and again after another such talk.
 *
 * Cost: another week of telling rather than asking is put at 1% of what is at stake. It is a judgement to order by.
 */
export function nobodyListened({ talks, day, standard, stake }: TalksHad): Reason | undefined {
  const last = talks.slice(0, talksInARow);
  const [latest] = last;
  if (!latest || last.length < talksInARow || last.some(({ percent }) => percent >= standard)) return undefined;
  const days = latest.on.until(day).days;
  if (days < 1 || days > freshFor) return undefined;
  const average = Math.round(last.reduce((sum, { percent }) => sum + percent, 0) / last.length);
  return {
    kind: 'conversations.nobody_listened',
    occasion: latest.on.toString(),
    sinceOn: latest.on.add({ days: 1 }).toString(),
    ...weighed(stake, share('conversations.telling', 0.01)),
    evidence: { talks: talksInARow, percent: average, standard, lastOn: latest.on.toString() },
    action: 'call',
    minutes: 15,
  };
}
