import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { AsOf, PastNotice, usePastDay } from '#features/customers/web/index.ts';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { Nobody } from './nobody.tsx';
import { TodayList } from './today-list.tsx';
import type { TodaySearch } from './today-search.ts';
import { api, askedBy, type Today } from './today.ts';
import { Waiting } from './waiting.tsx';
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
      <PastNotice asOf={asOf} onChange={look} />
      {asked.isError && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton lines={6} />}
      {today && (
        <>
          {today.entries.length === 0 ? (
            <Nobody today={today} />
          ) : (
            <TodayList entries={today.entries} currency={today.currency} isPast={today.isPast} />
          )}
          {today.waiting.next !== null && <Waiting today={today} search={search} from={today.waiting.next} />}
        </>
      )}
    </Page>
  );
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
