import { useState, type ReactNode } from 'react';
import { PromiseRow } from '#features/promises/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, ChevronDownIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { GiveTo, StandIn } from './give-to.tsx';
import { namesShown, type Team } from './team.ts';

type Named = { readonly id: string; readonly name: string };

/** How the names are shown that do not stand there yet. */
type More = { readonly isPending: boolean; readonly show?: () => void };

/** What nobody would notice until it is too late: each figure opens the names, and each name can be given to somebody. */
export function FallingThrough({ team, more }: { team: Team; more: More }) {
  const say = useMessages();
  const formats = useFormats();
  const { unattended, unanswered, alone, underFloor, declined } = team;
  const isNothing = [unattended, unanswered, alone, underFloor, declined].every(({ count }) => count === 0);
  return (
    <Section title={say('today.team.falls')} lede={say('today.team.falls.lede')}>
      {isNothing && (
        <p className="flex items-center gap-2">
          <CheckIcon className="text-accent" />
          {say('today.team.falls.nothing')}
        </p>
      )}
      <ul className="flex flex-col divide-y divide-line border-y border-line empty:hidden">
        <Figure title={say('today.team.unattended', { count: unattended.count })} figure={unattended} more={more}>
          {unattended.names.map((promise) => (
            <li key={promise.id}>
              <PromiseRow promise={promise} withCustomer />
            </li>
          ))}
        </Figure>
        <Figure title={say('today.team.unanswered', { count: unanswered.count })} figure={unanswered} more={more}>
          {unanswered.names.map((promise) => (
            <li key={promise.id}>
              <PromiseRow promise={promise} withCustomer />
            </li>
          ))}
        </Figure>
        <Figure title={say('today.team.alone', { count: alone.count })} figure={alone} more={more}>
          {alone.absences.map(({ id, colleague, untilOn, customers }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              <span>{say('today.team.alone.of', { name: colleague.name, count: customers, until: formats.date(untilOn) })}</span>
              <StandIn absence={id} colleague={colleague} team={team} />
            </li>
          ))}
          {alone.names.map(({ customer, owner }) => (
            <Name key={customer.id} customer={customer} owner={owner} note={owner.name} team={team} />
          ))}
        </Figure>
        <Figure title={say('today.team.under_floor', { count: underFloor.count })} figure={underFloor} more={more}>
          {underFloor.names.map(({ customer, owner, days }) => (
            <Name key={customer.id} customer={customer} owner={owner} note={`${formats.days(days)} · ${owner.name}`} team={team} />
          ))}
        </Figure>
        <Figure title={say('today.team.declined', { count: declined.count })} figure={declined} more={more}>
          {declined.names.map(({ customer, owner, times, on, by, why }) => (
            <Name
              key={customer.id}
              customer={customer}
              owner={owner}
              note={say('today.team.declined.last', { times, on: formats.date(on), name: by.name, why })}
              team={team}
            />
          ))}
        </Figure>
      </ul>
    </Section>
  );
}

type FigureGiven = { title: string; figure: { count: number; names: readonly unknown[] }; more: More; children: ReactNode };

/** One figure, with the names behind it. */
function Figure({ title, figure, more, children }: FigureGiven) {
  const say = useMessages();
  const [isOpen, setOpen] = useState(false);
  if (figure.count === 0) return null;
  const missing = figure.count - figure.names.length;
  return (
    <li className="flex flex-col gap-2 py-2">
      <div className="-mx-4">
        <Button look="quiet" icon={ChevronDownIcon} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <span className="text-start whitespace-normal">{title}</span>
        </Button>
      </div>
      {isOpen && (
        <>
          <ul className="flex flex-col divide-y divide-line ps-4">{children}</ul>
          {missing > 0 && more.show && (
            <div>
              <Button look="quiet" isPending={more.isPending} onPress={more.show}>
                {say('today.team.show_more', { count: Math.min(missing, namesShown.atMost - figure.names.length) })}
              </Button>
            </div>
          )}
          {missing > 0 && !more.show && <p className="ps-4 text-sm text-ink-soft">{say('today.team.more', { count: missing })}</p>}
        </>
      )}
    </li>
  );
}

function Name({ customer, owner, note, team }: { customer: Named; owner: Named; note: string; team: Team }) {
  return (
    <li className="flex items-center justify-between gap-x-4 py-1">
      <span className="min-w-0">
        <Link to={`/customers/${customer.id}`} look="name">
          <bdi>{customer.name}</bdi>
        </Link>{' '}
        <span className="tabular text-sm text-ink-soft">{note}</span>
      </span>
      <span className="-me-4 shrink-0">
        <GiveTo customer={customer} owner={owner.id} team={team} />
      </span>
    </li>
  );
}
