import { useSignedIn } from '#features/access/web/index.ts';
import { Badge, type Tone } from '#kit/web/badge.tsx';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { WaitingHere } from '#kit/web/offline/waiting-here.tsx';
import { dueText, momentText } from './due-text.ts';
import { PromiseActions } from './promise-actions.tsx';
import type { PromiseSeen } from './promises.ts';

type Given = {
  promise: PromiseSeen;
  /** On a customer's own page everybody knows whose promise it is. */
  withCustomer?: boolean;
  /** A look back changes nothing. */
  isPast?: boolean;
};

/** One promise: what, to whom, by when, and what can be done about it. */
export function PromiseRow({ promise, withCustomer = false, isPast = false }: Given) {
  const isOpen = promise.state === 'open';
  return (
    <article className="flex flex-wrap items-start gap-x-4 gap-y-2 py-row">
      <div className="min-w-60 flex-1">
        <p>
          {withCustomer && (
            <>
              <Link to={`/customers/${promise.customer.id}`} look="name">
                <bdi>{promise.customer.name}</bdi>
              </Link>
              {': '}
            </>
          )}
          <Link to={`/promises/${promise.id}`} look="bare" className={`hover:text-accent hover:underline ${isOpen ? 'font-medium' : ''}`}>
            <bdi>{promise.what}</bdi>
          </Link>
        </p>
        <PromiseStanding promise={promise} />
        <Notes promise={promise} />
        <WaitingHere customer={promise.customer.id} promise={promise.id} />
      </div>
      {isOpen && !isPast && <PromiseActions promise={promise} />}
    </article>
  );
}

/** How a promise stands: by when or what became of it, how firmly, to whom there, and whose it is. */
export function PromiseStanding({ promise }: { promise: PromiseSeen }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace, colleague } = useSignedIn();
  return (
    <p className="tabular flex flex-wrap items-baseline gap-x-3 text-sm text-ink-soft">
      {promise.state === 'open' ? (
        <time dateTime={promise.dueAt} className={promise.overdue ? 'font-medium text-red' : ''}>
          {dueText(promise, workspace.today, say, formats)}
        </time>
      ) : (
        <>
          <Badge tone={stateTones[promise.state]}>{say(`promises.state.${promise.state}`)}</Badge>
          {promise.endedAt !== null && <time dateTime={promise.endedAt}>{formats.date(formats.dayOf(promise.endedAt))}</time>}
        </>
      )}
      {promise.firmness === 'aim' && <span>{say('promises.firmness.aim')}</span>}
      {promise.person && (
        <span>
          <Message id="promises.to_person" values={{ name: <bdi>{promise.person.name}</bdi> }} />
        </span>
      )}
      {promise.owner.id !== colleague.id && (
        <span>
          <bdi>{promise.owner.name}</bdi>
        </span>
      )}
      {promise.handedTo && (
        <span className="text-amber">
          {promise.handedTo.id === colleague.id ? (
            say('promises.asked.you')
          ) : (
            <Message id="promises.asked" values={{ name: <bdi>{promise.handedTo.name}</bdi> }} />
          )}
        </span>
      )}
    </p>
  );
}

/** What was said when time was asked for, the promise was handed over, or ended. */
function Notes({ promise }: { promise: PromiseSeen }) {
  const told = promise.events.filter((event) => event.note !== null || event.kind === 'time_asked');
  if (told.length === 0) return null;
  return (
    <ul className="text-sm text-ink-soft">
      {told.map((event) => (
        <li key={`${event.kind} ${event.at}`}>
          <EventText event={event} />
        </li>
      ))}
    </ul>
  );
}

/** What happened on a day, and what was said about it. */
export function EventText({ event }: { event: PromiseSeen['events'][number] }) {
  const formats = useFormats();
  const values = {
    on: formats.date(formats.dayOf(event.at)),
    by: <bdi>{event.colleague?.name}</bdi>,
    to: <bdi>{event.to?.name ?? ''}</bdi>,
    due: event.dueAt === null ? '' : momentText(event.dueFrom, event.dueAt, formats),
  };
  return (
    <>
      <Message id={`promises.event.${event.kind}`} values={values} />
      {event.note !== null && (
        <>
          {' '}
          <bdi>{event.note}</bdi>
        </>
      )}
    </>
  );
}

const stateTones: Readonly<Record<Exclude<PromiseSeen['state'], 'open'>, Tone>> = {
  kept: 'good',
  kept_late: 'amber',
  broken: 'red',
  released: 'plain',
};
