import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';

const due = z.object({ dueAt: z.iso.datetime() });
const to = z.object({ to: z.uuid() });

export const promiseEvents = {
  'promise.given': { says: 'A customer was promised something', subject: 'promise', detail: due },
  'promise.time_asked': { says: 'The customer was asked for more time, by a new moment', subject: 'promise', detail: due },
  'promise.called_anyway': { says: 'The customer was called by the moment, without an answer yet', subject: 'promise', detail: due },
  'promise.handed_over': { says: 'A colleague was asked to take a promise over', subject: 'promise', detail: to },
  'promise.accepted': { says: 'A hand-over was accepted', subject: 'promise', detail: to.partial() },
  'promise.declined': { says: 'A hand-over was declined', subject: 'promise' },
  'promise.withdrawn': { says: 'A hand-over was withdrawn', subject: 'promise' },
  'promise.reminded': { says: 'Whoever has a promise was reminded of it', subject: 'promise', detail: to },
  'promise.kept': { says: 'A promise was kept', subject: 'promise' },
  'promise.broken': { says: 'A promise was broken', subject: 'promise' },
  'promise.released': { says: 'The customer let us off a promise', subject: 'promise' },
  'promise.reopened': { says: 'The end of a promise was taken back', subject: 'promise' },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof promiseEvents, true> {}
}
