import { useInfiniteQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { Badge } from '#kit/web/badge.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { More } from '#kit/web/more.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { api, type Contact } from './cadence.ts';

/** With whom a colleague is to talk in the coming two weeks, by the day planned. */
export function ComingTalks({ of }: { of: string }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const until = Temporal.PlainDate.from(workspace.today).add({ days: 13 }).toString();
  const pages = useInfiniteQuery({
    queryKey: ['/api/cadence/planned', of, until],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('get', '/api/cadence/planned', {
        query: { for: of, until, limit: 20, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const contacts = pages.data?.pages.flatMap((page) => page.contacts) ?? [];
  const dayOf = (contact: Contact) => (contact.on < workspace.today ? workspace.today : contact.on);
  const days = [...Map.groupBy(contacts, dayOf)];
  return (
    <>
      {pages.isPending && <Skeleton lines={4} />}
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && contacts.length === 0 && <p className="text-ink-soft">{say('cadence.coming.none')}</p>}
      <div className="flex flex-col gap-5">
        {days.map(([on, theirs]) => (
          <section key={on} aria-label={formats.weekdayDate(on)}>
            <h3 className="text-sm font-medium text-ink-faint">
              {on === workspace.today ? say('cadence.today') : formats.weekdayDate(on)}
            </h3>
            <ul className="flex flex-col divide-y divide-line">
              {theirs.map((contact) => (
                <Row key={contact.customer.id} contact={contact} today={workspace.today} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <More pages={pages}>{say('cadence.more')}</More>
    </>
  );
}

function Row({ contact, today }: { contact: Contact; today: string }) {
  const say = useMessages();
  const formats = useFormats();
  const { customer, heardAt, latestOn, attempts, purpose, channel } = contact;
  const heard = heardAt === null ? say('cadence.never_heard') : say('cadence.heard', { on: formats.date(formats.dayOf(heardAt)) });
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-row">
      <Link to={`/customers/${customer.id}`} look="name">
        <bdi>{customer.name}</bdi>
      </Link>
      <span className="text-sm text-ink-soft">{say(`conversations.kind.${channel}`)}</span>
      {latestOn < today && <Badge tone="amber">{say('cadence.late_since', { on: formats.date(latestOn) })}</Badge>}
      {attempts > 0 && <Badge>{say('cadence.attempts', { count: attempts })}</Badge>}
      <span className="basis-full text-sm text-ink-soft">
        <bdi>{purpose ?? say('cadence.by_floor')}</bdi> · {heard}
      </span>
    </li>
  );
}
