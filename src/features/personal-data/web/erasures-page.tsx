import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { EyeOffIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { More } from '#kit/web/more.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { api } from './personal-data.ts';
import { RetentionSection } from './retention-section.tsx';

/** Who was erased, by whom, when and why, without a word of who it was. */
export function ErasuresPage() {
  const say = useMessages();
  const formats = useFormats();
  const pages = useInfiniteQuery({
    queryKey: ['/api/erasures'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('get', '/api/erasures', { query: { limit: 50, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    getNextPageParam: (part) => part.next ?? undefined,
  });
  const erasures = pages.data?.pages.flatMap((part) => part.erasures) ?? [];
  return (
    <Page title={say('personal_data.title')} lede={say('personal_data.page.lede')} width="narrow">
      <RetentionSection />
      <Section title={say('personal_data.erasures')}>
        {pages.isPending && <Skeleton lines={4} />}
        {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isSuccess && erasures.length === 0 && (
          <EmptyState icon={EyeOffIcon} title={say('personal_data.none')}>
            {say('personal_data.none.text')}
          </EmptyState>
        )}
        <ol className="flex flex-col divide-y divide-line">
          {erasures.map((one) => (
            <li key={one.id} className="flex flex-col gap-1 py-row">
              <p className="font-medium">
                <bdi>{one.why}</bdi>
              </p>
              <p className="tabular text-sm text-ink-soft">
                {one.doneAt !== null
                  ? say('personal_data.done', { at: formats.moment(one.doneAt), count: one.purchases ?? 0 })
                  : one.cancelledAt !== null
                    ? say('personal_data.cancelled', { at: formats.moment(one.cancelledAt) })
                    : say('personal_data.waits', { on: formats.date(one.dueOn) })}
                {' · '}
                {one.askedBy === null ? say('personal_data.terminal') : <bdi>{one.askedBy.name}</bdi>}
                {one.doneAt === null && one.cancelledAt === null && (
                  <>
                    {' · '}
                    <Link to={`/customers/${one.customerId}`}>{say('personal_data.customer')}</Link>
                  </>
                )}
              </p>
            </li>
          ))}
        </ol>
        <More pages={pages}>{say('personal_data.more')}</More>
      </Section>
    </Page>
  );
}
