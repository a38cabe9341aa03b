export type PulseTrend = 'rising' | 'steady' | 'falling' | 'unknown';

/** Fewer readings show no trend. */
const fewest = 4;
const newest = 3;

/**
 * Where somebody's pulse goes, from its readings, the oldest first: the mean of the last three against the median of those before. Half a step either way is a trend;
 * less is how people are.
 */
export function pulseTrend(pulses: readonly number[]): PulseTrend {
  if (pulses.length < fewest) return 'unknown';
  const last = pulses.slice(-newest);
  const before = pulses.slice(0, -newest).toSorted((a, b) => a - b);
  const middle = Math.floor(before.length / 2);
  const [low = 0, high = 0] = [before[before.length % 2 === 0 ? middle - 1 : middle], before[middle]];
  const change = last.reduce((sum, one) => sum + one, 0) / last.length - (low + high) / 2;
  if (change >= 0.5) return 'rising';
  return change <= -0.5 ? 'falling' : 'steady';
}
