import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { promisesApi, PromiseView } from '../api.ts';

export const api = apiOf<typeof promisesApi>();

export type PromiseSeen = z.output<typeof PromiseView>;

export type Ways = {
  keep: (promise: PromiseSeen) => Promise<void>;
  release: (promise: PromiseSeen, note: string) => Promise<void>;
  admitBroken: (promise: PromiseSeen, note: string) => Promise<void>;
  askTime: (promise: PromiseSeen, dueAt: string, note: string) => Promise<void>;
};

/** What a promise can come to, each told in a toast, with a way back where there is one. Pages that are open show what follows. */
export function useWays(): Ways {
  const say = useMessages();
  const client = useQueryClient();

  async function reopen(id: string) {
    try {
      await api.call('post', '/api/promises/{promise}/reopened', { params: { promise: id } });
      await client.invalidateQueries();
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
  }

  async function done(promise: PromiseSeen, text: string) {
    await client.invalidateQueries();
    toast({ text, undo: () => void reopen(promise.id) });
  }

  const noted = (note: string) => (note === '' ? {} : { note });
  return {
    keep: async (promise) => {
      try {
        const kept = await api.call('post', '/api/promises/{promise}/kept', { params: { promise: promise.id } });
        await done(promise, say(kept.state === 'kept' ? 'promises.done.kept' : 'promises.done.kept_late'));
      } catch (error) {
        // Somebody may have been quicker: the page shows how it stands.
        await client.invalidateQueries();
        toast({ text: problemText(say, error), tone: 'bad' });
      }
    },
    release: async (promise, note) => {
      await api.call('post', '/api/promises/{promise}/released', { params: { promise: promise.id }, body: noted(note) });
      await done(promise, say('promises.done.released'));
    },
    admitBroken: async (promise, note) => {
      await api.call('post', '/api/promises/{promise}/broken', { params: { promise: promise.id }, body: noted(note) });
      await done(promise, say('promises.done.broken'));
    },
    askTime: async (promise, dueAt, note) => {
      await api.call('post', '/api/promises/{promise}/time-asked', { params: { promise: promise.id }, body: { dueAt, ...noted(note) } });
      await client.invalidateQueries();
      toast({ text: say('promises.done.time_asked') });
    },
  };
}
