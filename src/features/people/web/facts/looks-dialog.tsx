import { useQuery } from '@tanstack/react-query';
import { Dialog } from '#kit/web/dialog.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { api } from './facts.ts';

/** Who looked at what is sensitive about a customer, and when. */
export function LooksDialog({ customer, onClose }: { customer: string; onClose: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const looks = useQuery(api.query('get', '/api/customers/{customer}/facts/looks', { params: { customer } }));
  return (
    <Dialog title={say('people.facts.looks.title')} isOpen onClose={onClose}>
      {looks.isError && <ProblemNotice error={looks.error} onRetry={() => void looks.refetch()} />}
      {looks.isPending && <Skeleton lines={3} />}
      {looks.data?.looks.length === 0 && <p className="text-ink-soft">{say('people.facts.looks.none')}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {looks.data?.looks.map(({ id, at, by, facts }) => (
          <li key={id} className="tabular flex flex-wrap items-baseline justify-between gap-x-4 py-row">
            <span className="font-medium">
              <bdi>{by?.name}</bdi>
            </span>
            <span className="text-sm text-ink-soft">{say('people.facts.looks.count', { count: facts.length })}</span>
            <time dateTime={at} className="text-sm text-ink-soft">
              {formats.moment(at)}
            </time>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
