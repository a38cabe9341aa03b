import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { PhoneIcon } from '#kit/web/icons.tsx';
import { More } from '#kit/web/more.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { LogForm } from './log-form.tsx';
import { monthsOf } from './months.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import { everything, isFiltered, queryOf, TimelineFilter } from './timeline-filter.tsx';
import { api } from './touchpoints.ts';

type Given = {
  customer: string;
  names?: readonly string[];
  /** A past day: what came later is not shown, and nothing is logged. */
  asOf?: string | undefined;
  /** The touchpoint that somebody comes for. */
  wanted?: string | undefined;
  /** The line that logs stands elsewhere on the page. */
  withoutLine?: boolean;
};

/** What passed between a customer and us, the latest first, with the line that logs what just did. */
export function TimelineSection({ customer, names, asOf, wanted, withoutLine = false }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const [shown, setShown] = useState(everything);
  useLogCommand(asOf === undefined);
  const pages = useInfiniteQuery({
    queryKey: ['/api/customers/{customer}/touchpoints', customer, shown, asOf ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      signal.throwIfAborted();
      return api.call('get', '/api/customers/{customer}/touchpoints', {
        params: { customer },
        query: {
          limit: wanted === undefined ? 20 : 100,
          ...queryOf(shown),
          ...(asOf === undefined ? {} : { asOf }),
          ...(pageParam === undefined ? {} : { after: pageParam }),
        },
      });
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const touchpoints = pages.data?.pages.flatMap((page) => page.touchpoints) ?? [];
  const isFound = touchpoints.some(({ id }) => id === wanted);
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  useEffect(() => {
    if (wanted !== undefined && !isFound && hasNextPage && !isFetching) void fetchNextPage();
  }, [wanted, isFound, hasNextPage, isFetching, fetchNextPage]);
  return (
    <Section title={say('conversations.timeline')}>
      {asOf === undefined && !withoutLine && <LogForm customer={customer} {...(names ? { names } : {})} />}
      {(touchpoints.length > 0 || isFiltered(shown)) && <TimelineFilter shown={shown} onChange={setShown} />}
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton lines={4} />}
      {pages.isSuccess && touchpoints.length === 0 && (
        <p className="text-ink-soft">{say(isFiltered(shown) ? 'conversations.none_of_kind' : 'conversations.none')}</p>
      )}
      <div className="flex flex-col gap-5">
        {monthsOf(touchpoints, formats.timeZone, formats.calendar).map(({ firstDay, entries }) => (
          <section key={firstDay} aria-label={formats.month(firstDay)}>
            <h3 className="text-sm font-medium text-ink-faint">{formats.month(firstDay)}</h3>
            <ol className="flex flex-col divide-y divide-line">
              {entries.map((touchpoint) => (
                <li key={touchpoint.id} {...(touchpoint.id === wanted ? { ref: comeTo, tabIndex: -1, className: 'bg-wash' } : {})}>
                  <TimelineEntry customer={customer} touchpoint={touchpoint} isPast={asOf !== undefined} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <More pages={pages}>{say('conversations.more')}</More>
    </Section>
  );
}

/** Whoever comes for a line stands before it, and is read it. */
function comeTo(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'center' });
  line?.focus({ preventScroll: true });
}

/** `l` goes to the line, wherever the page is scrolled to. */
function useLogCommand(isOffered: boolean): void {
  const say = useMessages();
  const commands = useMemo((): Command[] => {
    if (!isOffered) return [];
    const run = () => document.querySelector<HTMLElement>('[data-log-line] input')?.focus();
    return [{ id: 'log a touchpoint', group: 'do', label: say('conversations.log.command'), icon: PhoneIcon, keys: 'l', run }];
  }, [isOffered, say]);
  useCommands('timeline', commands);
}
