import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { SnoozeIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { api, oftenOf, useDoing, whomOf, type OfCustomer } from './cadence.ts';
import { RoutineDialog } from './lazy-routine-dialog.ts';
import { QuietTimes } from './quiet-times.tsx';

const QuietDialog = lazy(async () => ({ default: (await import('./quiet-dialog.tsx')).QuietDialog }));

/** When a customer is to hear from us next, by which routine, how often nobody answered, and when they asked not to be called. */
export function CadenceSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const say = useMessages();
  const [dialog, setDialog] = useState<'routine' | 'quiet' | null>(null);
  const isPast = asOf !== undefined;
  const found = useQuery(api.query('get', '/api/customers/{customer}/cadence', { params: { customer }, query: isPast ? { asOf } : {} }));
  const close = () => setDialog(null);
  const own = found.data?.routine?.target.kind === 'customer' ? found.data.routine : undefined;
  return (
    <Section
      title={say('cadence.section')}
      actions={
        !isPast && (
          <span className="flex flex-wrap">
            <Button needs="workWithCustomers" look="quiet" onPress={() => setDialog('routine')}>
              {say(own ? 'cadence.routine.change' : 'cadence.routine.own')}
            </Button>
            <Button needs="workWithCustomers" look="quiet" icon={SnoozeIcon} onPress={() => setDialog('quiet')}>
              {say('cadence.quiet.ask')}
            </Button>
          </span>
        )
      }
    >
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={2} />}
      {found.data && (
        <>
          <Next cadence={found.data} />
          {!isPast && own && <EndOwn routine={own.id} />}
          <QuietTimes periods={found.data.quietPeriods} isPast={isPast} />
        </>
      )}
      <Suspense>
        {dialog === 'routine' && <RoutineDialog {...(own ? { routine: own } : { customer })} onClose={close} />}
        {dialog === 'quiet' && <QuietDialog customer={customer} onClose={close} />}
      </Suspense>
    </Section>
  );
}

function Next({ cadence }: { cadence: OfCustomer }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const { nextTalk: next, routine, floorDays, attempts, step, suggested, isQuiet } = cadence;
  if (!next) return <p className="max-w-prose text-ink-soft">{say('cadence.none')}</p>;
  const planned = next.plannedOn ?? next.dueOn;
  return (
    <div className="flex max-w-prose flex-col gap-1">
      <p className={next.isLate ? 'text-amber' : ''}>
        {say('cadence.next', {
          when: planned <= workspace.today ? 'today' : 'later',
          on: formats.weekdayDate(planned),
          relative: formats.relativeDay(planned, workspace.today),
          name: next.by?.name ?? '',
          latest: formats.date(next.latestOn),
          late: next.isLate ? 'yes' : 'no',
        })}
      </p>
      <p className="text-sm text-ink-soft">
        {routine ? (
          <>
            {oftenOf(say, routine)} · {say(`conversations.kind.${routine.channel}`)} · <bdi>{routine.purpose}</bdi>
            {routine.target.kind !== 'customer' && <> ({whomOf(say, routine)})</>}
          </>
        ) : (
          say('cadence.next.by_floor', { floor: floorDays })
        )}
      </p>
      {attempts > 0 && (
        <p className="text-sm">
          {say(`cadence.step.${step === 'another' ? suggested.because : step}`, {
            count: attempts,
            channel: say(`conversations.kind.${suggested.channel}`),
            until: formats.date(next.dueOn),
          })}
        </p>
      )}
      {isQuiet && <p className="text-sm text-amber">{say('cadence.quiet.now')}</p>}
    </div>
  );
}

function EndOwn({ routine }: { routine: string }) {
  const say = useMessages();
  const doing = useDoing();
  const end = () =>
    doing(async () => {
      await api.call('delete', '/api/routines/{routine}', { params: { routine } });
      return say('cadence.routine.ended');
    });
  return (
    <div className="-ms-4">
      <Button needs="workWithCustomers" look="quiet" onPress={() => void end()}>
        {say('cadence.routine.end_own')}
      </Button>
    </div>
  );
}
