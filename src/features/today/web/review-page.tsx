import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { Pulse } from '#features/conversations/web/index.ts';
import { AsOf, PastNotice, usePastDay } from '#features/customers/web/index.ts';
import { PromiseRow } from '#features/promises/web/index.ts';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { Stat, Stats } from '#kit/web/stat.tsx';
import { duration } from './duration.ts';
import { NotReached } from './not-reached.tsx';
import { ReviewByColleague } from './review-by-colleague.tsx';
import type { Review } from './review.ts';
import type { ReviewSearch } from './review-search.ts';
import { TodayTabs } from './today-tabs.tsx';
import { api, askedBy } from './today.ts';
import { WhoseList } from './whose-list.tsx';

const OUTCOMES = ['kept', 'kept_late', 'broken', 'released', 'open'] as const;

/** The evening: what did we keep today? */
export function ReviewPage({ search: given, setSearch }: PageProps<ReviewSearch>) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const asOf = usePastDay(given.asOf);
  const search = { ...given, asOf };
  const { data: review, ...asked } = useQuery(api.query('get', '/api/today/review', { query: askedBy(search) }));
  const look = (day: string | undefined) => setSearch({ asOf: day });
  return (
    <Page
      title={say('today.review.title', { isPast: asOf === undefined ? 'no' : 'yes' })}
      lede={formats.weekdayDate(asOf ?? workspace.today)}
      width="narrow"
      actions={
        <>
          <WhoseList chosen={search.for} onChange={(colleague) => setSearch({ for: colleague })} withTeam />
          <AsOf asOf={asOf} onChange={look} look="quiet" />
        </>
      }
    >
      <TodayTabs current="review" />
      <PastNotice asOf={asOf} onChange={look} />
      {asked.isError && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton lines={6} />}
      {review && <Evening review={review} />}
    </Page>
  );
}

function Evening({ review }: { review: Review }) {
  const say = useMessages();
  const formats = useFormats();
  const { promises, sums, notReached, colleagues } = review;
  const isWordless = OUTCOMES.every((outcome) => promises[outcome].length === 0);
  return (
    <>
      <Stats>
        <Stat label={say('today.review.figure.kept')} value={formats.number(promises.kept.length)} />
        {promises.kept_late.length > 0 && (
          <Stat label={say('today.review.figure.kept_late')} value={formats.number(promises.kept_late.length)} />
        )}
        {promises.broken.length > 0 && <Stat label={say('today.review.figure.broken')} value={formats.number(promises.broken.length)} />}
        <Stat label={say('today.review.figure.open')} value={formats.number(promises.open.length)} />
        <Stat label={say('today.review.figure.talks')} value={formats.number(sums.talks)} note={duration(sums.minutes, say)} />
        {sums.attempts > 0 && <Stat label={say('today.review.figure.attempts')} value={formats.number(sums.attempts)} />}
        <Stat label={say('today.review.figure.pulses')} value={formats.number(sums.pulses)} />
      </Stats>
      {isWordless && <p className="text-ink-soft">{say('today.review.no_promises')}</p>}
      {OUTCOMES.filter((outcome) => promises[outcome].length > 0).map((outcome) => (
        <Section key={outcome} title={say(`today.review.${outcome}`, { count: promises[outcome].length })}>
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {promises[outcome].map((promise) => (
              <li key={promise.id}>
                <PromiseRow promise={promise} withCustomer isPast={review.isPast} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {notReached.length > 0 && <NotReached review={review} />}
      {colleagues.length > 0 && <ReviewByColleague review={review} />}
      <Talks review={review} />
    </>
  );
}

/** Whom we talked to, and how they felt. */
function Talks({ review: { talks, sums, colleague } }: { review: Review }) {
  const say = useMessages();
  const formats = useFormats();
  if (talks.length === 0) return null;
  return (
    <Section title={say('today.review.talks', { ...sums, time: duration(sums.minutes, say) })}>
      <ul className="tabular flex flex-col divide-y divide-line border-y border-line">
        {talks.map((talk) => (
          <li key={talk.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-row">
            <time dateTime={talk.at} className="text-ink-soft">
              {formats.time(talk.at)}
            </time>
            <Link to={`/customers/${talk.customer.id}`} look="name">
              <bdi>{talk.customer.name}</bdi>
            </Link>
            <span className="text-ink-soft">
              {say(`conversations.said.${talk.kind}_${talk.direction}`)}
              {!talk.reached && ` · ${say('today.review.not_reached_by')}`}
              {talk.minutes !== null && ` · ${duration(talk.minutes, say)}`}
            </span>
            {talk.pulse !== null && <Pulse pulse={talk.pulse} />}
            {colleague === null && (
              <span className="text-ink-soft">
                <bdi>{talk.colleague.name}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
