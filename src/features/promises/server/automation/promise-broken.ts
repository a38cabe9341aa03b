import type { Trigger } from '#kit/server/automation.ts';

export const promiseBroken: Trigger = { id: 'promise_broken', event: 'promise.broken', blanks: [], fits: () => true };
