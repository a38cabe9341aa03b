import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { More } from '#kit/web/more.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { PromiseRow } from './promise-row.tsx';
import { api } from './promises.ts';
import type { Reliability } from './reliability-figures.ts';
import type { ReliabilitySearch } from './reliability-search.ts';

type Given = { read: Reliability; search: ReliabilitySearch; onClose: () => void };

type Kind = Reliability['kinds'][number]['by'];

type Which = { from: string; until: string; outcome?: 'kept' | 'missed'; of?: string; by?: Kind; kind?: string };

/** The promises behind the figure that was opened. */
export function CountedPromises({ read, search, onClose }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const [by, kind] = search.kind?.split(':') ?? [];
  const which: Which = {
    from: search.day ?? read.from,
    until: search.day ?? read.until,
    ...(search.names === 'kept' || search.names === 'missed' ? { outcome: search.names } : {}),
    ...(search.of === undefined ? {} : { of: search.of }),
    ...(isKind(by) ? { by, ...(kind === undefined ? {} : { kind }) } : {}),
  };
  const pages = useInfiniteQuery({
    queryKey: ['/api/promises/counted', which],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('get', '/api/promises/counted', {
        query: { ...which, limit: 50, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: (part) => part.next ?? undefined,
  });
  const promises = pages.data?.pages.flatMap((part) => part.promises) ?? [];
  const days = { from: formats.date(which.from), until: formats.date(which.until) };
  return (
    <div key={JSON.stringify(which)} ref={bringIntoView} className="scroll-mt-6 border-t border-line pt-10">
      <Section
        title={say(`promises.reliability.names.${search.names ?? 'all'}`)}
        lede={search.day === undefined ? say('promises.reliability.between', days) : days.from}
        actions={
          <Button look="quiet" onPress={onClose}>
            {say('promises.reliability.close')}
          </Button>
        }
      >
        {pages.isPending && <Skeleton lines={4} />}
        {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isSuccess && promises.length === 0 && <p className="text-ink-soft">{say('promises.reliability.names.none')}</p>}
        <ul className="flex flex-col divide-y divide-line">
          {promises.map((promise) => (
            <li key={promise.id}>
              <PromiseRow promise={promise} withCustomer />
            </li>
          ))}
        </ul>
        <More pages={pages}>{say('promises.more')}</More>
      </Section>
    </div>
  );
}

function bringIntoView(panel: HTMLElement | null): void {
  panel?.scrollIntoView({ block: 'nearest' });
}

function isKind(by: string | undefined): by is Kind {
  return by === 'value' || by === 'stage' || by === 'key';
}
