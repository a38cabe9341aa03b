import { useInfiniteQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { EmptyState } from '#kit/web/empty-state.tsx';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ChartIcon, PromiseIcon } from '#kit/web/icons.tsx';
import { ButtonLink, Link } from '#kit/web/link.tsx';
import { More } from '#kit/web/more.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { dueGroups } from './due-groups.ts';
import { PromiseRow } from './promise-row.tsx';
import { api } from './promises.ts';
import { whoseAll, type PromisesSearch, type Whose } from './promises-search.ts';

/** Our word, by when it is due: everybody's, mine, what I am asked to take over, and what others are asked. */
export function PromisesPage({ search }: PageProps<PromisesSearch>) {
  const say = useMessages();
  const { timeZone } = useFormats();
  const { workspace } = useSignedIn();
  const whose = search.whose ?? 'all';
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
        <ButtonLink to="/promises/reliability" icon={ChartIcon}>
          {say('promises.reliability.nav')}
        </ButtonLink>
      }
    >
      <WhoseTabs whose={whose} />
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && promises.length === 0 && (
        <EmptyState icon={PromiseIcon} title={say(`promises.none.${whose}`)}>
          {say(`promises.none.${whose}.text`)}
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
      <More pages={pages}>{say('promises.more')}</More>
    </Page>
  );
}

function WhoseTabs({ whose }: { whose: Whose }) {
  const say = useMessages();
  return (
    <nav aria-label={say('promises.whose')} className="-mt-4 flex flex-wrap gap-x-5 gap-y-1 border-b border-line">
      {whoseAll.map((one) => (
        <Link
          key={one}
          to="/promises"
          search={one === 'all' ? {} : { whose: one }}
          look="bare"
          className={`-mb-px inline-flex min-h-11 items-center border-b-2 ${one === whose ? 'border-accent font-medium' : 'border-transparent text-ink-soft hover:text-ink'}`}
        >
          {say(`promises.whose.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
