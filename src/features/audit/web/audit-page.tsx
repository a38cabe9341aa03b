import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '#kit/web/empty-state.tsx';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { SearchIcon } from '#kit/web/icons.tsx';
import { DownloadLink } from '#kit/web/link.tsx';
import { More } from '#kit/web/more.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { useRight } from '#kit/web/right.ts';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { api } from './audit.ts';
import { AuditFilters } from './audit-filters.tsx';
import type { AuditSearch } from './audit-search.ts';
import { EntryRow } from './entry-row.tsx';
import { VerdictSection } from './verdict-section.tsx';

/** Who did what, and whether the log is as it was written. */
export function AuditPage({ search, setSearch }: PageProps<AuditSearch>) {
  const say = useMessages();
  const exporting = useRight('exportAudit');
  const pages = useInfiniteQuery({
    queryKey: ['/api/audit', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.query('get', '/api/audit', { query: { ...search, after: pageParam, limit: 50 } }).queryFn({ signal }),
    getNextPageParam: (part) => part.next ?? undefined,
  });
  const entries = pages.data?.pages.flatMap((part) => part.entries) ?? [];
  return (
    <Page title={say('audit.title')} lede={say('audit.lede')} width="narrow">
      <VerdictSection />
      <AuditFilters search={search} setSearch={setSearch} />
      {pages.isPending && <Skeleton lines={8} />}
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && entries.length === 0 && (
        <EmptyState icon={SearchIcon} title={say('audit.none')}>
          {say('audit.none.text')}
        </EmptyState>
      )}
      <ol aria-label={say('audit.title')} className="flex flex-col divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id} className="py-row">
            <EntryRow entry={entry} />
          </li>
        ))}
      </ol>
      <More pages={pages}>{say('audit.more')}</More>
      {exporting.may && (
        <Section title={say('audit.export')}>
          <p className="flex flex-wrap gap-x-8 gap-y-2">
            <DownloadLink href={api.address('get', '/api/audit/export', { query: { ...search, format: 'csv' } })}>
              {say('audit.export.csv')}
            </DownloadLink>
            <DownloadLink href={api.address('get', '/api/audit/export', { query: { ...search, format: 'jsonl' } })}>
              {say('audit.export.jsonl')}
            </DownloadLink>
          </p>
        </Section>
      )}
    </Page>
  );
}
