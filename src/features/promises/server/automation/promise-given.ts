import type { Trigger } from '#kit/server/automation.ts';

export const promiseGiven: Trigger = { id: 'promise_given', event: 'promise.given', blanks: [], fits: () => true };
