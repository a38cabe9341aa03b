import type { Formats } from '#kit/server/cli/formats.ts';

/** What lines of text are written with. */
export type Words = {
  readonly say: (key: string, values?: Record<string, string | number>) => string;
  readonly formats: Formats;
  readonly width: number;
};

/** Hours and minutes as people say them. */
export function duration(minutes: number, say: Words['say']): string {
  return say('today.duration', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
