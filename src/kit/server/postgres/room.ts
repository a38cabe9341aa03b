import { totalmem } from 'node:os';

const megabyte = 1024 * 1024;

/**
 * The memory of its own that the database gets, in MB: an eighth of what there is, so that the rest is left to Tend, to the cache of the operating system and to
 * whatever else runs there; never less than what PostgreSQL is delivered with, nor more than a million customers need. It is taken only as far as it is filled.
 */
export function buffersFor(memory: number): number {
  return Math.round(Math.min(1024, Math.max(128, memory / 8 / megabyte)));
}

/** What this machine has, or the container we are in, in bytes. */
export function memoryHere(): number {
  // 0 where nothing limits us.
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}
