import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { AsOf, PastNotice, usePastDay } from '#features/customers/web/index.ts';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { More } from '#kit/web/more.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { useKeptAhead } from './keep-ahead.ts';
import { Morning } from './morning.tsx';
import { Nobody } from './nobody.tsx';
import { usePlan } from './plan.ts';
import { TodayList } from './today-list.tsx';
import type { TodaySearch } from './today-search.ts';
import { TodayTabs } from './today-tabs.tsx';
import { api, askedBy, useWaiting, type Today } from './today.ts';
import { WaitingHead } from './waiting.tsx';
import { WhoseList } from './whose-list.tsx';

/** Whom to talk to today, and why. */
export function TodayPage({ search: given, setSearch }: PageProps<TodaySearch>) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const asOf = usePastDay(given.asOf);
  const search = { ...given, asOf };
  const { data: today, ...asked } = useQuery(api.query('get', '/api/today', { query: askedBy(search) }));
  const look = (day: string | undefined) => setSearch({ asOf: day });
  useKeptAhead(today, given.for === undefined);
  return (
    <Page
      title={say('today.title')}
      heading={formats.weekdayDate(asOf ?? workspace.today)}
      {...(today ? { lede: <Sum today={today} /> } : {})}
      width="narrow"
      actions={
        <>
          <WhoseList chosen={search.for} onChange={(colleague) => setSearch({ for: colleague })} />
          <AsOf asOf={asOf} onChange={look} look="quiet" />
        </>
      }
    >
      <TodayTabs current="list" />
      <PastNotice asOf={asOf} onChange={look} />
      {asked.isError && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton lines={6} />}
      {today && <Day key={`${today.day} ${today.colleague.id}`} today={today} search={search} />}
    </Page>
  );
}

/** The plan of a day, its list, and those who can wait. */
function Day({ today, search }: { today: Today; search: TodaySearch }) {
  const say = useMessages();
  const { colleague: me } = useSignedIn();
  const isEmpty = today.entries.length === 0;
  const [isWanted, setWanted] = useState(false);
  const isOpen = isWanted || isEmpty;
  const pages = useWaiting(search, today.waiting.next, isOpen);
  const waiting = isOpen ? (pages.data?.pages.flatMap((page) => page.entries) ?? []) : [];
  const isMine = today.colleague.id === me.id && !today.isPast;
  const plan = usePlan(today, today.leftOut);
  const ways = isMine ? plan : undefined;
  useFocusAtTheEnd(isEmpty && waiting.length === 0);
  return (
    <>
      <Morning today={today} ways={ways} />
      {isEmpty && <Nobody today={today} />}
      <TodayList planned={today.entries} waiting={waiting} currency={today.currency} isPast={today.isPast} ways={ways}>
        {today.waiting.next !== null && <WaitingHead today={today} isOpen={isOpen} onOpen={() => setWanted(true)} pages={pages} />}
      </TodayList>
      {isOpen && <More pages={pages}>{say('today.waiting.more')}</More>}
    </>
  );
}

/** Whoever dealt with the last customer of the list is not left without a place: the heading says what there is. */
function useFocusAtTheEnd(isEmpty: boolean): void {
  const wasEmpty = useRef(isEmpty);
  useEffect(() => {
    const isEnd = isEmpty && !wasEmpty.current;
    wasEmpty.current = isEmpty;
    if (!isEnd) return;
    const follow = () => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus();
    };
    const later = [0, 350].map((wait) => setTimeout(follow, wait));
    return () => later.forEach(clearTimeout);
  }, [isEmpty]);
}

/** How many, how long it takes, and what is done already. */
function Sum({ today }: { today: Today }) {
  const say = useMessages();
  const { colleague: me } = useSignedIn();
  const { entries, done, minutes } = today;
  const needed = entries.reduce((sum, entry) => sum + entry.minutes, 0);
  return (
    <p className="tabular flex flex-wrap *:not-last:after:mx-2 *:not-last:after:content-['·']">
      {today.colleague.id !== me.id && (
        <span>
          <bdi>{today.colleague.name}</bdi>
        </span>
      )}
      {entries.length > 0 && <span>{say('today.sum', { count: entries.length, minutes: needed })}</span>}
      {done > 0 && <span>{say('today.sum.done', { count: done, minutes: minutes.spent })}</span>}
    </p>
  );
}
