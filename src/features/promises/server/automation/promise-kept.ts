import type { Trigger } from '#kit/server/automation.ts';

export const promiseKept: Trigger = { id: 'promise_kept', event: 'promise.kept', blanks: [], fits: () => true };
