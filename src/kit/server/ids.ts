import { randomFillSync } from 'node:crypto';
import { uuidv7 } from '#kit/domain/ids.ts';

const pool = new Uint8Array(10 * 512);
let used = pool.length;

/** A new id, sorted by the moment it was made. */
export function newId(now: number = Date.now()): string {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const id = uuidv7(now, pool.subarray(used, used + 10));
  used += 10;
  return id;
}
