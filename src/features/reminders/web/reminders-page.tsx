import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '#kit/web/button.tsx';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { BellIcon, SettingsIcon } from '#kit/web/icons.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { ReminderRow } from './reminder-row.tsx';
import { api, useSeeing } from './reminders.ts';

/** Everything that one was reminded of. */
export function RemindersPage() {
  const say = useMessages();
  const see = useSeeing();
  const pages = useInfiniteQuery({
    queryKey: ['/api/reminders', 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('get', '/api/reminders', { query: { limit: 30, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    getNextPageParam: (part) => part.next ?? undefined,
  });
  const found = pages.data?.pages.flatMap((part) => part.reminders) ?? [];
  const unseen = pages.data?.pages[0]?.unseen ?? 0;
  return (
    <Page
      title={say('reminders.title')}
      lede={say('reminders.lede')}
      width="narrow"
      actions={
        <>
          {unseen > 0 && <Button onPress={() => void see()}>{say('reminders.see_all')}</Button>}
          <ButtonLink to="/settings/reminders" icon={SettingsIcon}>
            {say('reminders.how')}
          </ButtonLink>
        </>
      }
    >
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && found.length === 0 && (
        <EmptyState icon={BellIcon} title={say('reminders.none')}>
          {say('reminders.none.text')}
        </EmptyState>
      )}
      <ul className="-mx-2 flex flex-col divide-y divide-line">
        {found.map((reminder) => (
          <li key={reminder.id} className="py-1">
            <ReminderRow reminder={reminder} onFollow={() => void see([reminder.id])} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div>
          <Button onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            {say('reminders.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
