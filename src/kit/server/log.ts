import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';

/**
 * The log: JSON lines on standard output. What stands in it was chosen word by word: names of jobs and routes, codes, durations, ids. Never the text of an error, since a database
 * quotes in it what somebody typed; where it happened is enough to find it.
 */
export function makeLog({ logLevel }: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const settings = {
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
  };
  return destination ? pino(settings, destination) : pino(settings);
}

/** What may be said of an error without a word of what was worked on. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name: type, message, stack = '', cause } = error;
  // What the error says may look like a place, too.
  const at = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []);
  const code = 'code' in error && typeof error.code === 'string' && /^[\w.]{1,40}$/.test(error.code) ? { code: error.code } : {};
  return { type, ...code, ...placeIn(error), at, ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}

/** Which part of the schema a database's error is about. */
function placeIn(error: Error): Record<string, unknown> {
  const places = Object.entries(error).filter(([name, value]) => /^(?:table|column|constraint)$/.test(name) && typeof value === 'string');
  return Object.fromEntries(places);
}
