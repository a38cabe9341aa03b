import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { api, useDoing, type OfCustomer } from './cadence.ts';

type Period = OfCustomer['quietPeriods'][number];

/** When a customer asked not to be called, with the way to take it back. */
export function QuietTimes({ periods, isPast }: { periods: readonly Period[]; isPast: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  const doing = useDoing();
  const end = ({ id }: Period) =>
    doing(async () => {
      await api.call('delete', '/api/quiet-periods/{quietPeriod}', { params: { quietPeriod: id } });
      return say('cadence.quiet.ended');
    });
  if (periods.length === 0) return null;
  return (
    <ul className="flex flex-col" aria-label={say('cadence.quiet')}>
      {periods.map((period) => {
        const write = period.yearly ? formats.dayMonth : formats.date;
        const when = say(period.yearly ? 'cadence.quiet.yearly' : 'cadence.quiet.once', {
          from: write(period.fromOn),
          until: write(period.untilOn),
        });
        return (
          <li key={period.id} className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="text-sm">
              {when}
              {period.note !== null && (
                <>
                  {' · '}
                  <bdi className="text-ink-soft">{period.note}</bdi>
                </>
              )}
            </span>
            {!isPast && (
              <Button
                needs="workWithCustomers"
                look="quiet"
                onPress={() => void end(period)}
                aria-label={say('cadence.quiet.end_of', { when })}
              >
                {say('cadence.quiet.end')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
