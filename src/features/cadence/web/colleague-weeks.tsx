import { lazy, Suspense } from 'react';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { ColleagueLoad } from './cadence.ts';

const PairedBarsChart = lazy(async () => ({ default: (await import('#kit/web/charts/index.ts')).PairedBarsChart }));

/** What the coming weeks ask of one colleague: if all fell on their ideal day, and as it is planned. */
export function ColleagueWeeks({ load }: { load: ColleagueLoad }) {
  const say = useMessages();
  const formats = useFormats();
  const { name, minutesADay, days } = load;
  const [before, after] = [Math.max(0, ...days.map((day) => day.before)), Math.max(0, ...days.map((day) => day.after))];
  const talks = days.reduce((sum, day) => sum + day.talks, 0);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap items-baseline gap-x-4">
        <bdi className="font-medium">{name}</bdi>
        <span className="text-sm text-ink-soft">{say('cadence.load.sum', { talks, before, after })}</span>
      </figcaption>
      {talks > 0 && (
        <Suspense fallback={<div className="h-37" />}>
          <PairedBarsChart
            summary={say('cadence.load.picture', { name, talks, before, after, minutes: minutesADay })}
            limit={{ at: minutesADay, label: say('cadence.load.limit', { minutes: minutesADay }) }}
            days={days.map(({ on, works, before: due, after: planned, talks: count }) => ({
              on,
              before: due,
              after: planned,
              isOff: !works,
              label: say('cadence.load.day', { on: formats.weekdayDate(on), talks: count, before: due, after: planned }),
            }))}
          />
        </Suspense>
      )}
    </figure>
  );
}
