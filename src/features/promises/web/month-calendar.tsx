import { useSignedIn } from '#features/access/web/index.ts';
import { firstWeekday } from '#kit/domain/week.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { monthGrid, type GridDay } from './month-grid.ts';
import type { Reliability } from './reliability-figures.ts';

type Given = { month: Reliability['months'][number]; days: Reliability['days']; onChoose: (day: string) => void };

/** What was kept and what was missed, day by day; a day opens its promises. */
export function MonthCalendar({ month, days, onChoose }: Given) {
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const first = firstWeekday(workspace.workdays);
  const weeks = monthGrid(month, days, first);
  // Any Monday will do.
  const weekdays = Array.from({ length: 7 }, (_, day) => Temporal.PlainDate.from('2026-03-02').add({ days: first - 1 + day }));
  return (
    <table className="tabular w-full table-fixed border-separate border-spacing-1 text-sm">
      <caption className="sr-only">{formats.month(month.from)}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day.toString()} scope="col" abbr={formats.weekday(day)} className="truncate pb-1 text-xs font-normal text-ink-faint">
              {formats.weekdayNarrow(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find((day) => day !== null)?.on ?? index}>
            {week.map((day, place) => (
              <td key={day?.on ?? `${index} ${place}`} className="p-0">
                {day && <Day day={day} onChoose={onChoose} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, onChoose }: { day: NonNullable<GridDay>; onChoose: (day: string) => void }) {
  const say = useMessages();
  const formats = useFormats();
  const number = formats.dayNumber(day.on);
  if (day.kept + day.missed === 0) return <span className="flex h-11 items-center justify-center rounded-lg text-ink-faint">{number}</span>;
  const told = say('promises.reliability.day', { on: formats.date(day.on), kept: day.kept, missed: day.missed });
  return (
    <button
      type="button"
      title={told}
      onClick={() => onChoose(day.on)}
      className={`flex h-11 w-full cursor-pointer flex-col items-center justify-center rounded-lg leading-tight hover:ring-2 hover:ring-accent ${day.missed > 0 ? 'bg-red-soft text-red' : 'bg-accent-soft text-accent-strong'}`}
    >
      <span className="sr-only">{told}</span>
      <span aria-hidden="true">{number}</span>
      <span aria-hidden="true" className="text-[0.6875rem]">
        {day.missed > 0 ? `${formats.number(day.kept)}/${formats.number(day.kept + day.missed)}` : `✓ ${formats.number(day.kept)}`}
      </span>
    </button>
  );
}
