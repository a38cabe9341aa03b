import { Suspense, useState } from 'react';
import type { z } from 'zod';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon, PlusIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { useRight } from '#kit/web/right.ts';
import type { cadenceApi } from '../api.ts';
import { api, oftenOf, useDoing, whomOf, type Routine } from './cadence.ts';
import { RoutineDialog } from './lazy-routine-dialog.ts';

type Rules = z.output<(typeof cadenceApi)['read']['answer']>;

/** The routines: for kinds of customers with how many follow each, and those of single ones. */
export function RoutineList({ rules }: { rules: Rules }) {
  const say = useMessages();
  const { may } = useRight('makeRoutinesForMany');
  const [inHand, setInHand] = useState<Routine | 'new' | null>(null);
  return (
    <Section
      title={say('cadence.routines')}
      lede={say('cadence.routines.lede')}
      actions={
        <Button look="quiet" icon={PlusIcon} needs="makeRoutinesForMany" onPress={() => setInHand('new')}>
          {say('cadence.routine.new')}
        </Button>
      }
    >
      {rules.routines.length === 0 && <p className="text-ink-soft">{say('cadence.routines.none')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {rules.routines.map((routine) => (
          <li key={routine.id}>
            <Line routine={routine} customers={routine.customers} onChange={may ? () => setInHand(routine) : undefined} />
          </li>
        ))}
      </ul>
      {rules.ownRoutines.length > 0 && (
        <details className="group">
          <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 text-ink-soft hover:text-accent">
            <ChevronDownIcon className="size-4 transition-transform group-open:rotate-180" />
            {say('cadence.routines.own', { count: rules.ownRoutines.length })}
          </summary>
          <ul className="flex flex-col divide-y divide-line">
            {rules.ownRoutines.map((routine) => (
              <li key={routine.id}>
                <Line routine={routine} onChange={() => setInHand(routine)} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Suspense>{inHand && <RoutineDialog {...(inHand === 'new' ? {} : { routine: inHand })} onClose={() => setInHand(null)} />}</Suspense>
    </Section>
  );
}

function Line({ routine, customers, onChange }: { routine: Routine; customers?: number; onChange?: (() => void) | undefined }) {
  const say = useMessages();
  const doing = useDoing();
  const whom = <bdi>{whomOf(say, routine)}</bdi>;
  const end = () =>
    doing(async () => {
      await api.call('delete', '/api/routines/{routine}', { params: { routine: routine.id } });
      return say('cadence.routine.ended');
    });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-row">
      <div className="min-w-0">
        <p className="font-medium">
          {routine.target.kind === 'customer' ? (
            <Link to={`/customers/${routine.target.id ?? ''}`} look="name">
              {whom}
            </Link>
          ) : (
            whom
          )}
        </p>
        <p className="text-sm text-ink-soft">
          {oftenOf(say, routine)} · {say(`conversations.kind.${routine.channel}`)} · <bdi>{routine.purpose}</bdi>
          {customers !== undefined && ` · ${say('cadence.customers', { count: customers })}`}
        </p>
      </div>
      {onChange && (
        <span className="-my-1.5 -ms-4 flex flex-wrap">
          <Button
            needs="workWithCustomers"
            look="quiet"
            onPress={onChange}
            aria-label={say('cadence.routine.change_of', { whom: whomOf(say, routine) })}
          >
            {say('cadence.change')}
          </Button>
          <Button
            needs="workWithCustomers"
            look="quiet"
            onPress={() => void end()}
            aria-label={say('cadence.routine.end_of', { whom: whomOf(say, routine) })}
          >
            {say('cadence.routine.end')}
          </Button>
        </span>
      )}
    </div>
  );
}
