import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { TodayList } from './today-list.tsx';
import type { TodaySearch } from './today-search.ts';
import { useWaiting, type Today } from './today.ts';

type Given = { today: Today; search: TodaySearch; from: string };

/** Who does not fit into the hours of the day; still within reach. */
export function Waiting({ today, search, from }: Given) {
  const say = useMessages();
  const [isOpen, setOpen] = useState(false);
  const { count, isMore } = today.waiting;
  const title = say('today.waiting', { count, isMore: isMore ? 'yes' : 'no' });
  if (!isOpen) {
    return (
      <div className="border-t border-line pt-4">
        <Button look="quiet" icon={ChevronDownIcon} onPress={() => setOpen(true)}>
          {title}
        </Button>
      </div>
    );
  }
  return (
    <Section title={title} lede={say('today.waiting.lede')}>
      <WaitingList today={today} search={search} from={from} />
    </Section>
  );
}

function WaitingList({ today, search, from }: Given) {
  const say = useMessages();
  const { data, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useWaiting(search, from);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      {isPending && <Skeleton lines={4} />}
      {isError && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <TodayList entries={entries} currency={today.currency} isPast={today.isPast} startsClosed />
      {hasNextPage && (
        <div>
          <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
            {say('today.waiting.more')}
          </Button>
        </div>
      )}
    </>
  );
}
