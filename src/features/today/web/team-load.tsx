import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { cadenceApi } from '#features/cadence/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { duration } from './duration.ts';
import { GiveTo } from './give-to.tsx';
import type { Team } from './team.ts';

type Colleague = Team['colleagues'][number];

const cadence = apiOf<typeof cadenceApi>();

/** What two weeks ask of each colleague beside the time there is, and who could help whom. */
export function TeamLoad({ team }: { team: Team }) {
  const say = useMessages();
  const formats = useFormats();
  const tooMuch = team.colleagues.filter(({ standing }) => standing === 'too_much');
  const room = team.room.flatMap((id) => team.colleagues.find((one) => one.id === id)?.name ?? []);
  return (
    <>
      {tooMuch.length > 0 && (
        <div className="flex flex-col gap-1">
          {tooMuch.map((one) => (
            <p key={one.id}>{say('today.team.too_much', { name: one.name, time: duration(one.planned - one.available, say) })}</p>
          ))}
          {room.length > 0 && <p>{say('today.team.room', { names: formats.list(room) })}</p>}
        </div>
      )}
      {tooMuch.length === 0 && <p className="text-ink-soft">{say('today.team.level')}</p>}
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {team.colleagues.map((one) => (
          <li key={one.id} className="py-4">
            <Load colleague={one} team={team} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Load({ colleague, team }: { colleague: Colleague; team: Team }) {
  const say = useMessages();
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { id, name, atWork, planned, available, standing, promises, today } = colleague;
  return (
    <article className="flex flex-col gap-3">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-medium">
          <bdi>{name}</bdi>
        </h3>
        <span className={`tabular text-sm ${standing === 'too_much' ? 'font-medium text-amber' : 'text-ink-soft'}`}>
          {say('today.team.of', { planned: duration(planned, say), available: duration(available, say) })}
        </span>
      </header>
      <Days colleague={colleague} />
      <p className="tabular text-sm text-ink-soft">
        {!atWork.works && atWork.untilOn !== undefined && `${say('today.team.away', { until: formats.date(atWork.untilOn) })} · `}
        {say('today.team.holds', { promises, customers: today.customers, time: duration(today.minutes, say) })}
      </p>
      <div className="flex flex-wrap items-center gap-x-4">
        <Button look="quiet" icon={ChevronDownIcon} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {say('today.team.who')}
        </Button>
        <Link to="/today" search={{ for: id }} look="text">
          {say('today.team.list', { name })}
        </Link>
      </div>
      {isOpen && <Names colleague={colleague} team={team} />}
    </article>
  );
}

/** Fourteen days: the part of the hours that is planned. A day fuller than its hours stands out. */
function Days({ colleague: { name, days, planned, available } }: { colleague: Colleague }) {
  const say = useMessages();
  const formats = useFormats();
  const most = Math.max(1, ...days.map((day) => Math.max(day.planned, day.available)));
  const height = (minutes: number) => `${Math.round((minutes / most) * 100)}%`;
  return (
    <div
      role="img"
      aria-label={say('today.team.days', { name, planned: duration(planned, say), available: duration(available, say) })}
      className="flex h-16 items-end gap-1"
    >
      {days.map((day) => (
        <span
          key={day.on}
          title={say('today.team.day', {
            on: formats.weekdayDate(day.on),
            planned: duration(day.planned, say),
            available: duration(day.available, say),
          })}
          className="relative h-full min-w-0 flex-1"
        >
          <span
            className="absolute inset-x-0 bottom-0 rounded-t-sm border-t border-dashed border-line-strong bg-wash"
            style={{ height: height(day.available) }}
          />
          <span
            className={`absolute inset-x-0 bottom-0 rounded-t-sm ${day.planned > day.available ? 'bg-amber' : 'bg-accent'}`}
            style={{ height: height(day.planned) }}
          />
        </span>
      ))}
    </div>
  );
}

/** Whom they are to talk to in the two weeks, each of whom somebody else could take. */
function Names({ colleague, team }: { colleague: Colleague; team: Team }) {
  const say = useMessages();
  const formats = useFormats();
  const until = colleague.days.at(-1)?.on ?? team.day;
  const { data, isPending, isError, error, refetch } = useQuery(
    cadence.query('get', '/api/cadence/planned', { query: { for: colleague.id, until } }),
  );
  if (isError) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton lines={3} />;
  if (data.contacts.length === 0) return <p className="text-ink-soft">{say('today.team.nobody')}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {data.contacts.map(({ customer, on }) => (
        <li key={customer.id} className="flex items-center justify-between gap-x-4 py-1">
          <span className="min-w-0">
            <Link to={`/customers/${customer.id}`} look="name">
              <bdi>{customer.name}</bdi>
            </Link>{' '}
            <span className="tabular text-sm text-ink-soft">{formats.date(on)}</span>
          </span>
          <span className="-me-4 shrink-0">
            <GiveTo customer={customer} owner={colleague.id} team={team} />
          </span>
        </li>
      ))}
    </ul>
  );
}
