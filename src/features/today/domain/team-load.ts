/** What the coming days ask of a colleague, and the time there is. */
export type ColleagueDays = {
  readonly id: string;
  readonly planned: number;
  readonly available: number;
};

/** More than the hours hold; about right; or room for more. */
export type LoadStanding = 'too_much' | 'right' | 'room';

/** Room is told from an hour on: less is no help to anybody. */
const worthTelling = 60;

/** Whether a colleague's minutes planned are more than those they have, or leave room for others. */
export function standingOf({ planned, available }: Pick<ColleagueDays, 'planned' | 'available'>): LoadStanding {
  if (planned > available) return 'too_much';
  return available - planned >= worthTelling ? 'room' : 'right';
}

/**
 * Who could take something over from those who have too much: those with room, the most first. Nobody helps themselves, so it is empty where all
 * have too much or nobody has.
 */
export function whoHasRoom(colleagues: readonly ColleagueDays[]): readonly string[] {
  if (!colleagues.some((one) => standingOf(one) === 'too_much')) return [];
  return colleagues
    .filter((one) => standingOf(one) === 'room')
    .toSorted((one, other) => other.available - other.planned - (one.available - one.planned) || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}
