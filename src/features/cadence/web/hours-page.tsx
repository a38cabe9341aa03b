import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { PlusIcon } from '#kit/web/icons.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { useRight } from '#kit/web/right.ts';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { AbsenceDialog } from './absence-dialog.tsx';
import { api, useDoing, type Absence, type WorkingWeek } from './cadence.ts';
import { CountryField } from './country-field.tsx';
import { WeekDialog } from './week-dialog.tsx';

/** When the colleagues work, and when not: routines plan nothing for days on which nobody is there. */
export function HoursPage() {
  const say = useMessages();
  const formats = useFormats();
  const { colleague } = useSignedIn();
  const found = useQuery(api.query('get', '/api/working-calendar'));
  const [week, setWeek] = useState<{ of: string | null; name: string; week: WorkingWeek } | null>(null);
  const [isAway, setAway] = useState(false);
  const mayActForColleagues = useRight('actForColleagues').may;
  const mayChangeSettings = useRight('changeSettings').may;
  const mayWork = useRight('workWithCustomers').may;
  const calendar = found.data;
  return (
    <Page title={say('cadence.hours.title')} lede={say('cadence.hours.lede')} width="narrow">
      {found.isPending && <Skeleton lines={5} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {calendar && (
        <>
          <Section
            title={say('cadence.absences')}
            lede={say('cadence.absences.lede')}
            actions={
              <Button look="quiet" icon={PlusIcon} needs="workWithCustomers" onPress={() => setAway(true)}>
                {say('cadence.absence.new')}
              </Button>
            }
          >
            {calendar.absences.length === 0 && <p className="text-ink-soft">{say('cadence.absences.none')}</p>}
            <ul className="flex flex-col divide-y divide-line">
              {calendar.absences.map((absence) => (
                <AbsenceLine
                  key={absence.id}
                  absence={absence}
                  mayEnd={mayActForColleagues || (mayWork && absence.colleague.id === colleague.id)}
                />
              ))}
            </ul>
          </Section>
          <Section title={say('cadence.weeks')}>
            <ul className="flex flex-col divide-y divide-line">
              <WeekLine
                name={say('cadence.weeks.all')}
                week={calendar.week}
                onChange={mayChangeSettings ? () => setWeek({ of: null, name: say('cadence.weeks.all'), week: calendar.week }) : undefined}
              />
              {calendar.colleagues.map(({ id, name, week: own }) => (
                <WeekLine
                  key={id}
                  name={name}
                  week={own}
                  onChange={
                    mayActForColleagues || (mayWork && id === colleague.id)
                      ? () => setWeek({ of: id, name, week: own ?? calendar.week })
                      : undefined
                  }
                />
              ))}
            </ul>
          </Section>
          <Section title={say('cadence.holidays')} lede={say('cadence.holidays.lede')}>
            <CountryField key={calendar.country ?? ''} country={calendar.country} mayChange={mayChangeSettings} />
            {calendar.holidays.length === 0 && calendar.country !== null && (
              <p className="text-ink-soft">{say('cadence.holidays.unknown')}</p>
            )}
            <ul className="grid gap-x-8 sm:grid-cols-2">
              {calendar.holidays.map(({ on, name }) => (
                <li key={`${on} ${name}`} className="flex items-baseline justify-between gap-4 border-b border-line py-2 text-sm">
                  <bdi>{name}</bdi>
                  <span className="whitespace-nowrap text-ink-soft">{formats.date(on)}</span>
                </li>
              ))}
            </ul>
          </Section>
          {isAway && <AbsenceDialog colleagues={calendar.colleagues} onClose={() => setAway(false)} />}
          {week && <WeekDialog {...week} onClose={() => setWeek(null)} />}
        </>
      )}
    </Page>
  );
}

function AbsenceLine({ absence, mayEnd }: { absence: Absence; mayEnd: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  const doing = useDoing();
  const { colleague, fromOn, untilOn, standIn } = absence;
  const end = () =>
    doing(async () => {
      await api.call('delete', '/api/absences/{absence}', { params: { absence: absence.id } });
      return say('cadence.absence.ended');
    });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-row">
      <span>
        <bdi className="font-medium">{colleague.name}</bdi>
        <span className="block text-sm text-ink-soft">
          {say('cadence.absence.when', { from: formats.date(fromOn), until: formats.date(untilOn) })}
          {' · '}
          {standIn ? say('cadence.absence.stand_in', { name: standIn.name }) : say('cadence.absence.deputies')}
        </span>
      </span>
      {mayEnd && (
        <Button look="quiet" onPress={() => void end()} aria-label={say('cadence.absence.end_of', { name: colleague.name })}>
          {say('cadence.absence.end')}
        </Button>
      )}
    </li>
  );
}

function WeekLine({ name, week, onChange }: { name: string; week: WorkingWeek | null; onChange: (() => void) | undefined }) {
  const say = useMessages();
  const days = useWeekdays();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-row">
      <span>
        <bdi className="font-medium">{name}</bdi>
        <span className="block text-sm text-ink-soft">
          {week
            ? `${days(week.weekdays)} · ${say('cadence.weeks.hours', { from: week.fromTime, until: week.untilTime })}`
            : say('cadence.weeks.as_all')}
        </span>
      </span>
      {onChange && (
        <Button look="quiet" onPress={onChange} aria-label={say('cadence.weeks.change_of', { name })}>
          {say('cadence.change')}
        </Button>
      )}
    </li>
  );
}

/** Weekdays by their names. The fifth of January 1970 was a Monday. */
function useWeekdays(): (weekdays: readonly number[]) => string {
  const formats = useFormats();
  const monday = Temporal.PlainDate.from('1970-01-05');
  return (weekdays) => formats.list(weekdays.map((day) => formats.weekday(monday.add({ days: day - 1 }))));
}
