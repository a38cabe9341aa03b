import { numberIn } from '#kit/domain/blanks.ts';
import type { Trigger } from '#kit/server/automation.ts';

/** A pulse as bad as that, or worse, was read at a touchpoint. */
export const pulseRead: Trigger = {
  id: 'pulse_read',
  event: 'touchpoint.logged',
  blanks: [{ id: 'atMost', kind: 'number', least: 1, most: 5, usual: 2 }],
  fits: ({ pulse }, filled) => typeof pulse === 'number' && pulse <= numberIn(filled, 'atMost'),
};
