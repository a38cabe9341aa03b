import { median } from '#kit/domain/median.ts';

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
  const usual = median(pulses.slice(0, -newest)) ?? 0;
  const change = last.reduce((sum, one) => sum + one, 0) / last.length - usual;
  if (change >= 0.5) return 'rising';
  return change <= -0.5 ? 'falling' : 'steady';
}
