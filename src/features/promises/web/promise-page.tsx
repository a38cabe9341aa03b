import { useQuery } from '@tanstack/react-query';
import { Button } from '#kit/web/button.tsx';
import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { WaitingHere } from '#kit/web/offline/waiting-here.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { PromiseActions } from './promise-actions.tsx';
import { EventText, PromiseStanding } from './promise-row.tsx';
import { api, useWays, type PromiseSeen } from './promises.ts';

/** One promise with its whole life. */
export function PromisePage({ params }: PageProps<RawSearch, 'id'>) {
  const say = useMessages();
  const asked = useQuery(api.query('get', '/api/promises/{promise}', { params: { promise: params.id } }));
  const back = { to: '/promises', text: say('promises.nav') };
  if (asked.isError) {
    return (
      <Page title={say('promises.one')} back={back} width="narrow">
        <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    );
  }
  if (!asked.data) return <PageSkeleton />;
  const promise = asked.data;
  const to = (
    <Link to={`/customers/${promise.customer.id}`} look="name">
      <bdi>{promise.customer.name}</bdi>
    </Link>
  );
  return (
    <Page
      title={promise.what}
      heading={<bdi>{promise.what}</bdi>}
      lede={<Message id="promises.one.to" values={{ name: to, owner: <bdi>{promise.owner.name}</bdi> }} />}
      back={back}
      width="narrow"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <PromiseStanding promise={promise} />
        {promise.state === 'open' ? <PromiseActions promise={promise} /> : <Reopen promise={promise} />}
      </div>
      <WaitingHere customer={promise.customer.id} promise={promise.id} />
      <Life promise={promise} />
    </Page>
  );
}

function Reopen({ promise }: { promise: PromiseSeen }) {
  const say = useMessages();
  const ways = useWays();
  return (
    <Button needs="workWithCustomers" look="quiet" onPress={() => void ways.reopen(promise)}>
      {say('promises.reopen')}
    </Button>
  );
}

/** What happened to it, each with where it was said: the line on the customer's timeline. */
function Life({ promise }: { promise: PromiseSeen }) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <Section title={say('promises.life')}>
      <ol className="flex flex-col border-s-2 border-line ps-5">
        {promise.events.map((event) => (
          <li key={`${event.kind} ${event.at}`} className="relative py-2">
            <span className="absolute -start-[1.6rem] top-4 size-2.5 rounded-full bg-accent ring-4 ring-paper" aria-hidden="true" />
            <p>
              <EventText event={event} />
            </p>
            <p className="tabular text-sm text-ink-soft">
              <time dateTime={event.at}>{formats.moment(event.at)}</time>
              {' · '}
              <bdi>{event.colleague?.name ?? say('promises.by_tend')}</bdi>
              <Said customer={promise.customer.id} touchpoint={event.kind === 'given' ? promise.touchpointId : event.touchpointId} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Said({ customer, touchpoint }: { customer: string; touchpoint: string | null }) {
  const say = useMessages();
  if (touchpoint === null) return null;
  return (
    <>
      {' · '}
      <Link to={`/customers/${customer}`} search={{ touchpoint }}>
        {say('promises.life.said')}
      </Link>
    </>
  );
}
