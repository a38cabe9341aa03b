import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { announce } from '#kit/web/live-region.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { TodayAnswer, todayApi, TodayEntry } from '../api.ts';
import { isOurWord } from '../domain/index.ts';
import type { TodaySearch } from './today-search.ts';
import { withoutReasons } from './without-reasons.ts';

export const api = apiOf<typeof todayApi>();

export type Today = z.output<typeof TodayAnswer>;
export type Entry = z.output<typeof TodayEntry>;
export type EntryReason = Entry['reasons'][number];

/** The address of a list as the interface wants it. */
export function askedBy(search: TodaySearch): { asOf?: string; for?: string } {
  return { ...(search.asOf === undefined ? {} : { asOf: search.asOf }), ...(search.for === undefined ? {} : { for: search.for }) };
}

/** Those who can wait, piece by piece. */
export function useWaiting(search: TodaySearch, from: string | null, isWanted: boolean) {
  return useInfiniteQuery({
    queryKey: ['/api/today/waiting', askedBy(search), from],
    enabled: isWanted && from !== null,
    initialPageParam: from ?? '',
    queryFn: ({ pageParam, signal }) =>
      api.query('get', '/api/today/waiting', { query: { ...askedBy(search), after: pageParam } }).queryFn({ signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

type Told = { answer: 'snoozed'; untilOn: string } | { answer: 'declined'; why: string };

/** Reasons that can be put off or declined; our word is kept instead. */
export function openToAnswer(entry: Entry): EntryReason[] {
  return entry.reasons.filter((reason) => !isOurWord(reason));
}

/** Answers reasons: they leave the list at once and come back when the server refuses; a toast takes the answer back. */
export function useAnswers(): (entry: Entry, reasons: readonly EntryReason[], told: Told) => Promise<void> {
  const say = useMessages();
  const client = useQueryClient();

  async function takeBack(answer: string) {
    try {
      await api.call('delete', '/api/reason-answers/{answer}', { params: { answer } });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries();
  }

  return async (entry, reasons, told) => {
    const named = reasons.map(({ kind, occasion }) => ({ kind, occasion }));
    await client.cancelQueries({ queryKey: ['/api/today'] });
    const before = client.getQueriesData<Today>({ queryKey: ['/api/today'] });
    client.setQueriesData<Today>({ queryKey: ['/api/today'] }, (today) => today && withoutReasons(today, entry.customer.id, named));
    try {
      const { id, name } = entry.customer;
      const done = await api.entry(
        'post',
        '/api/customers/{customer}/reason-answers',
        { params: { customer: id }, body: { ...told, reasons: named } },
        {
          what: `today.waiting_here.${told.answer}`,
          customer: { id, name },
          ...(told.answer === 'declined' ? { text: 'why' } : { day: 'untilOn' }),
        },
      );
      const text = done === 'waiting' ? say('kit.offline.kept') : say(`today.done.${told.answer}`, { name });
      toast(done === 'waiting' ? { text } : { text, undo: () => void takeBack(done.id) });
      announce(text);
    } catch (error) {
      for (const [key, data] of before) client.setQueryData(key, data);
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries();
  };
}
