import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { promisesApi, PromiseView } from '../api.ts';
import type { DueWritten } from './due-draft.ts';

export const api = apiOf<typeof promisesApi>();

export type PromiseSeen = z.output<typeof PromiseView>;

export type CallTold = DueWritten & { word: string; minutes?: number; pulse?: number };

export type Ways = {
  keep: (promise: PromiseSeen) => Promise<void>;
  release: (promise: PromiseSeen, note: string) => Promise<void>;
  admitBroken: (promise: PromiseSeen, note: string) => Promise<void>;
  askTime: (promise: PromiseSeen, due: DueWritten, note: string) => Promise<void>;
  callAnyway: (promise: PromiseSeen, told: CallTold) => Promise<void>;
  reopen: (promise: PromiseSeen) => Promise<void>;
  handOver: (promise: PromiseSeen, toId: string, note: string) => Promise<void>;
  accept: (promise: PromiseSeen) => Promise<void>;
  decline: (promise: PromiseSeen, note: string) => Promise<void>;
  withdraw: (promise: PromiseSeen) => Promise<void>;
  remind: (promise: PromiseSeen) => Promise<void>;
};

/** What a promise can come to, each told in a toast, with a way back where there is one. Pages that are open show what follows. */
export function useWays(): Ways {
  const say = useMessages();
  const client = useQueryClient();
  const of = ({ id }: PromiseSeen) => ({ params: { promise: id } });
  const noted = (note: string) => ({ body: note === '' ? {} : { note } });

  async function done(text: string, undo?: () => void) {
    await client.invalidateQueries();
    toast(undo ? { text, undo } : { text });
  }

  /** In a form, which shows what was refused and keeps what was typed. Somebody may have been quicker: the page behind it shows how it stands. */
  async function inForm(run: () => Promise<void>) {
    try {
      await run();
    } catch (error) {
      void client.invalidateQueries();
      throw error;
    }
  }

  /** Without a form that would show what was refused: somebody may have been quicker, and the page shows how it stands. */
  async function atOnce(run: () => Promise<void>) {
    try {
      await run();
    } catch (error) {
      await client.invalidateQueries();
      toast({ text: problemText(say, error), tone: 'bad' });
    }
  }

  const reopen = (promise: PromiseSeen) =>
    atOnce(async () => {
      await api.call('post', '/api/promises/{promise}/reopened', of(promise));
      await client.invalidateQueries();
    });
  const withdraw = (promise: PromiseSeen) =>
    atOnce(async () => {
      await api.call('post', '/api/promises/{promise}/withdrawn', of(promise));
      await done(say('promises.done.withdrawn'));
    });

  return {
    reopen,
    withdraw,
    keep: (promise) =>
      atOnce(async () => {
        const about = { what: 'promises.waiting.kept', customer: promise.customer, promise: promise.id };
        const kept = await api.entry('post', '/api/promises/{promise}/kept', of(promise), about);
        if (kept === 'waiting') await done(say('kit.offline.kept'));
        else await done(say(kept.state === 'kept' ? 'promises.done.kept' : 'promises.done.kept_late'), () => void reopen(promise));
      }),
    release: (promise, note) =>
      inForm(async () => {
        await api.call('post', '/api/promises/{promise}/released', { ...of(promise), ...noted(note) });
        await done(say('promises.done.released'), () => void reopen(promise));
      }),
    admitBroken: (promise, note) =>
      inForm(async () => {
        await api.call('post', '/api/promises/{promise}/broken', { ...of(promise), ...noted(note) });
        await done(say('promises.done.broken'), () => void reopen(promise));
      }),
    askTime: (promise, due, note) =>
      inForm(async () => {
        await api.call('post', '/api/promises/{promise}/time-asked', { ...of(promise), body: { ...due, ...noted(note).body } });
        await done(say('promises.done.time_asked'));
      }),
    callAnyway: (promise, told) =>
      inForm(async () => {
        await api.call('post', '/api/promises/{promise}/called-anyway', { ...of(promise), body: told });
        await done(say('promises.done.called_anyway'));
      }),
    handOver: (promise, toId, note) =>
      inForm(async () => {
        const body = { toId, ...noted(note).body };
        const handed = await api.call('post', '/api/promises/{promise}/handed-over', { ...of(promise), body });
        if (handed.handedTo === null) await done(say('promises.done.taken'));
        else await done(say('promises.done.handed_over', { name: handed.handedTo.name }), () => void withdraw(promise));
      }),
    accept: (promise) =>
      atOnce(async () => {
        await api.call('post', '/api/promises/{promise}/accepted', of(promise));
        await done(say('promises.done.accepted'));
      }),
    decline: (promise, note) =>
      inForm(async () => {
        await api.call('post', '/api/promises/{promise}/declined', { ...of(promise), ...noted(note) });
        await done(say('promises.done.declined', { name: promise.owner.name }));
      }),
    remind: (promise) =>
      atOnce(async () => {
        await api.call('post', '/api/promises/{promise}/reminded', { ...of(promise), body: {} });
        await done(say('promises.done.reminded', { name: (promise.handedTo ?? promise.owner).name }));
      }),
  };
}
