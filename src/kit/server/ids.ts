import { randomFillSync } from 'node:crypto';
import { uuidv7 } from '#kit/domain/ids.ts';

const pool = new Uint8Array(10 * 512);
let used = pool.length;
let [moment, count] = [Number.NaN, 0];

/** Before and behind every other, for whoever walks through ids in their order. */
export const lowestId = '00000000-0000-0000-0000-000000000000';
export const highestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * A new id, sorted by the moment it was made, and within one moment by the order in which this process made them: the first 26 of its random bits count on
 * from a random beginning (RFC 9562, 6.2, method 1).
 */
export function newId(now: number = Date.now()): string {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 10);
  used += 10;
  count = now === moment ? count + 1 : beginning(random);
  moment = now;
  random[0] = (count >>> 22) & 0x0f;
  random[1] = (count >>> 14) & 0xff;
  random[2] = (count >>> 8) & 0x3f;
  random[3] = count & 0xff;
  return uuidv7(now, random);
}

// Its highest bit is left free, so that there is room to count on.
function beginning([first = 0, second = 0, third = 0, fourth = 0]: Uint8Array): number {
  return ((first & 0x07) << 22) | (second << 14) | ((third & 0x3f) << 8) | fourth;
}
