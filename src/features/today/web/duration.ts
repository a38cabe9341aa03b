import type { Say } from '#kit/web/i18n/language.tsx';

/** Hours and minutes as people say them. */
export function duration(minutes: number, say: Say): string {
  return say('today.duration', { hours: Math.floor(minutes / 60), minutes: Math.round(minutes % 60) });
}
