/** Slips are free. */
const freeFailures = 5;
const longestWait = 15 * 60;

/** So long after the last failure they are forgotten, in hours. */
export const failuresForgottenAfter = 24;

/** How many seconds somebody waits after so many failures: one after the fifth, twice as long after each further one, a quarter of an hour at most. */
export function waitAfterFailures(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(longestWait, 2 ** (failures - freeFailures));
}
