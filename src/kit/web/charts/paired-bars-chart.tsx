import { useLocale } from 'react-aria-components/I18nProvider';
import { useFormats } from '../i18n/language.tsx';
import { dayNumber, scaleOf, useWidth } from './drawing.ts';

type Day = {
  readonly on: string;
  readonly before: number;
  readonly after: number;
  /** Nothing is to stand on it: drawn as a gap. */
  readonly isOff: boolean;
  /** Shown on hover. */
  readonly label: string;
};

const HEIGHT = 148;
const [TOP, FLOOR] = [14, 120];

/** Two figures a day side by side: how it would be, and how it is. Weeks are named where they begin. */
export function PairedBarsChart(given: {
  /** The whole picture in a sentence, for who cannot see it. */
  summary: string;
  days: readonly Day[];
  /** A height that is not to be passed, with its name. */
  limit?: { readonly at: number; readonly label: string };
}) {
  const formats = useFormats();
  const { direction } = useLocale();
  const [box, width] = useWidth();
  const { days, limit } = given;
  const first = dayNumber(days[0]?.on ?? '1970-01-01');
  const x = scaleOf(first, first + Math.max(1, days.length), 0, Math.max(width, 1), direction === 'rtl');
  // A day of which everything would fall due at once must not make all others too small to see: it is cut off, and says how high it is.
  const seen = Math.max(1, 2 * Math.max(limit?.at ?? 0, ...days.map(({ after }) => after)));
  const most = Math.min(seen, Math.max(1, limit?.at ?? 0, ...days.map(({ before, after }) => Math.max(before, after))));
  const y = scaleOf(0, most, FLOOR, TOP);
  const room = width / Math.max(1, days.length);
  const bar = Math.max(1.5, Math.min(9, room * 0.36));
  const weeks = days.filter((_, place) => place % 7 === 0);
  const named = weeks.filter((_, place) => place % Math.ceil((weeks.length * 64) / Math.max(width, 1)) === 0);
  return (
    <div ref={box} className="w-full" style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg role="img" aria-label={given.summary} width={width} height={HEIGHT} className="block overflow-visible text-xs">
          <path d={`M0 ${FLOOR}H${width}`} className="stroke-line" />
          {limit && (
            <g>
              <path d={`M0 ${y(limit.at)}H${width}`} className="stroke-line-strong" strokeDasharray="3 4" />
              <title>{limit.label}</title>
            </g>
          )}
          {days.map((day) => {
            const middle = x(dayNumber(day.on) + 0.5);
            const side = direction === 'rtl' ? -1 : 1;
            return (
              <g key={day.on}>
                <title>{day.label}</title>
                {day.isOff && <rect x={middle - room / 2} y={FLOOR - 3} width={room} height={3} className="fill-line" />}
                <Bar
                  at={middle - (side * (bar + 1)) / 2}
                  width={bar}
                  from={FLOOR}
                  to={y(Math.min(day.before, most))}
                  look="fill-line-strong/55"
                />
                {day.before > most && (
                  <text x={middle} y={TOP - 3} textAnchor="middle" className="fill-ink-soft">
                    {formats.number(day.before)}
                  </text>
                )}
                <Bar at={middle + (side * (bar + 1)) / 2} width={bar} from={FLOOR} to={y(day.after)} look="fill-accent" />
              </g>
            );
          })}
          {named.map(({ on }) => (
            <text
              key={on}
              x={x(dayNumber(on))}
              y={HEIGHT - 8}
              // At the start of its days, wherever lines of writing start.
              textAnchor="start"
              className="fill-ink-faint"
            >
              {formats.dayMonthShort(on)}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}

function Bar({ at, width, from, to, look }: { at: number; width: number; from: number; to: number; look: string }) {
  if (to >= from) return null;
  return <rect x={at - width / 2} y={to} width={width} height={from - to} rx={Math.min(2, width / 3)} className={look} />;
}
