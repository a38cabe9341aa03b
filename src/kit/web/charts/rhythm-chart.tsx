import { useLocale } from 'react-aria-components/I18nProvider';
import { useFormats } from '../i18n/language.tsx';
import { dayNumber, monthTicks, scaleOf, useWidth } from './drawing.ts';

type Visit = {
  readonly on: string;
  /** How much, from 0 to 1 of the largest: the size of its dot. */
  readonly weight: number;
  /** Read out and shown on hover. */
  readonly label: string;
};

const HEIGHT = 112;
const LINE = 58;

/** When somebody came, and the days in which the next time is expected. */
export function RhythmChart(given: {
  /** The whole picture in a sentence, for who cannot see it. */
  summary: string;
  visits: readonly Visit[];
  today: string;
  todayLabel: string;
  expected?: { from: string; until: string; label: string };
}) {
  const formats = useFormats();
  const { direction } = useLocale();
  const [box, width] = useWidth();
  const today = dayNumber(given.today);
  const days = given.visits.map((visit) => dayNumber(visit.on));
  const expected = given.expected && {
    from: dayNumber(given.expected.from),
    until: dayNumber(given.expected.until),
    label: given.expected.label,
  };
  const from = Math.min(...days, today - 60);
  const until = Math.max(today + 14, expected?.until ?? today);
  const x = scaleOf(from, until, 14, Math.max(width - 14, 15), direction === 'rtl');
  // Where visits stand close, smaller dots keep them apart.
  const largest = Math.max(4, Math.min(11, (0.6 * width) / given.visits.length));
  return (
    <div ref={box} className="w-full" style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg role="img" aria-label={given.summary} width={width} height={HEIGHT} className="block overflow-visible text-xs">
          {monthTicks(from, until, width / 76, formats.calendar).map((tick) => (
            <g key={tick.on} transform={`translate(${x(tick.at)} 0)`}>
              <path d={`M0 ${LINE - 4}V${LINE + 4}`} className="stroke-line-strong" />
              <text y={HEIGHT - 12} textAnchor="middle" className="fill-ink-faint">
                {tick.beginsYear ? formats.year(tick.on) : formats.monthShort(tick.on)}
              </text>
            </g>
          ))}
          <path d={`M${x(from)} ${LINE}H${x(until)}`} className="stroke-line" strokeWidth="2" />
          {expected && (
            <g>
              <rect
                x={Math.min(x(expected.from), x(expected.until))}
                y={LINE - 22}
                width={Math.max(Math.abs(x(expected.until) - x(expected.from)), 6)}
                height="44"
                rx="6"
                className={expected.until < today ? 'fill-amber-soft' : 'fill-accent-soft'}
              />
              <title>{expected.label}</title>
            </g>
          )}
          <g>
            <path d={`M${x(today)} ${LINE - 30}V${LINE + 26}`} className="stroke-ink-soft" strokeDasharray="3 3" />
            <text x={x(today)} y={LINE - 38} textAnchor="middle" className="fill-ink-soft font-medium">
              {given.todayLabel}
            </text>
          </g>
          {given.visits.map((visit, place) => (
            <circle
              key={visit.on}
              cx={x(days[place] ?? 0)}
              cy={LINE}
              r={largest * (0.4 + 0.6 * Math.sqrt(Math.max(0, Math.min(1, visit.weight))))}
              className="fill-accent/75 stroke-paper"
              strokeWidth="1.5"
            >
              <title>{visit.label}</title>
            </circle>
          ))}
        </svg>
      )}
    </div>
  );
}
