import { useInfiniteQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { Switch } from '#kit/web/checkbox.tsx';
import { EmptyState } from '#kit/web/empty-state.tsx';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { PromiseIcon } from '#kit/web/icons.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { dueGroups } from './due-groups.ts';
import { PromiseRow } from './promise-row.tsx';
import { api } from './promises.ts';
import type { PromisesSearch } from './promises-search.ts';

/** Our word, by when it is due. */
export function PromisesPage(page: PageProps<PromisesSearch>) {
  const say = useMessages();
  const { timeZone } = useFormats();
  const { workspace } = useSignedIn();
  const whose = page.search.whose ?? 'all';
  const pages = useInfiniteQuery({
    queryKey: ['/api/promises', whose],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('get', '/api/promises', { query: { whose, limit: 50, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    getNextPageParam: (part) => part.next ?? undefined,
  });
  const promises = pages.data?.pages.flatMap((part) => part.promises) ?? [];
  return (
    <Page
      title={say('promises.title')}
      lede={say('promises.lede')}
      width="narrow"
      actions={
        <Switch isSelected={whose === 'mine'} onChange={(isMine) => page.setSearch({ whose: isMine ? 'mine' : undefined })}>
          {say('promises.mine')}
        </Switch>
      }
    >
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && promises.length === 0 && (
        <EmptyState icon={PromiseIcon} title={say('promises.none')}>
          {say('promises.none.text')}
        </EmptyState>
      )}
      {dueGroups(promises, workspace.today, timeZone).map((group) => (
        <Section key={group.name} title={say(`promises.group.${group.name}`)}>
          <ul className="flex flex-col divide-y divide-line">
            {group.promises.map((promise) => (
              <li key={promise.id}>
                <PromiseRow promise={promise} withCustomer />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {pages.hasNextPage && (
        <div>
          <Button onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            {say('promises.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
