import { useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Badge, type Tone } from '#kit/web/badge.tsx';
import { Button, IconButton } from '#kit/web/button.tsx';
import { useFormats, useMessages, type Say } from '#kit/web/i18n/language.tsx';
import type { Formats } from '#kit/web/i18n/format.ts';
import { CheckIcon, MoreIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { EndDialog, MoreTimeDialog } from './promise-dialogs.tsx';
import { useWays, type PromiseSeen } from './promises.ts';

type Given = {
  promise: PromiseSeen;
  /** On a customer's own page everybody knows whose promise it is. */
  withCustomer?: boolean;
  /** A look back changes nothing. */
  isPast?: boolean;
};

/** One promise: what, to whom, by when, and what can be done about it. */
export function PromiseRow({ promise, withCustomer = false, isPast = false }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace, colleague } = useSignedIn();
  const ways = useWays();
  const [dialog, setDialog] = useState<'time' | 'released' | 'broken' | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const isOpen = promise.state === 'open';
  const close = () => setDialog(null);

  async function keep() {
    setKeeping(true);
    await ways.keep(promise);
    setKeeping(false);
  }

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
          <bdi className={isOpen ? 'font-medium' : ''}>{promise.what}</bdi>
        </p>
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
          {promise.owner.id !== colleague.id && (
            <span>
              <bdi>{promise.owner.name}</bdi>
            </span>
          )}
        </p>
        <Notes promise={promise} />
      </div>
      {isOpen && !isPast && (
        <div className="flex items-center gap-1">
          <Button icon={CheckIcon} onPress={() => void keep()} isPending={isKeeping}>
            {say('promises.keep')}
          </Button>
          <Menu
            label={say('promises.otherwise')}
            renderTrigger={(door) => <IconButton icon={MoreIcon} label={say('promises.otherwise')} {...door} />}
            entries={[
              { text: say('promises.more_time'), run: () => setDialog('time') },
              { text: say('promises.released'), run: () => setDialog('released') },
              { text: say('promises.broken'), run: () => setDialog('broken') },
            ]}
          />
        </div>
      )}
      {dialog === 'time' && <MoreTimeDialog promise={promise} ways={ways} onClose={close} />}
      {(dialog === 'released' || dialog === 'broken') && <EndDialog promise={promise} ways={ways} onClose={close} how={dialog} />}
    </article>
  );
}

/** What was said when time was asked for or the promise ended. */
function Notes({ promise }: { promise: PromiseSeen }) {
  const say = useMessages();
  const formats = useFormats();
  const told = promise.events.filter((event) => event.note !== null || event.kind === 'time_asked');
  if (told.length === 0) return null;
  return (
    <ul className="text-sm text-ink-soft">
      {told.map((event) => (
        <li key={`${event.kind} ${event.at}`}>
          {say(`promises.event.${event.kind}`, { on: formats.date(formats.dayOf(event.at)) })}
          {event.note !== null && (
            <>
              {' '}
              <bdi>{event.note}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function dueText(promise: PromiseSeen, today: string, say: Say, formats: Formats): string {
  const day = formats.dayOf(promise.dueAt);
  const time = formats.time(promise.dueAt);
  const isToday = day.toString() === today;
  if (promise.overdue) return say('promises.due.overdue', { moment: isToday ? time : formats.moment(promise.dueAt) });
  if (isToday) return say('promises.due.today', { time });
  return say('promises.due.on', { day: formats.weekdayDate(day), time });
}

const stateTones: Readonly<Record<Exclude<PromiseSeen['state'], 'open'>, Tone>> = {
  kept: 'good',
  kept_late: 'amber',
  broken: 'red',
  released: 'plain',
};
