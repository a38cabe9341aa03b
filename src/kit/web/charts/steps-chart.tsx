import { useLocale } from 'react-aria-components/I18nProvider';
import { useFormats } from '../i18n/language.tsx';
import { dayNumber, monthTicks, scaleOf, useWidth } from './drawing.ts';

type Reading = {
  readonly on: string;
  readonly value: number;
  /** Read out and shown on hover. */
  readonly label: string;
};

const HEIGHT = 148;
const [TOP, FLOOR] = [12, 112];

/** Readings on a short scale over time, with lines at its steps. */
export function StepsChart(given: {
  /** The whole picture in a sentence, for who cannot see it. */
  summary: string;
  readings: readonly Reading[];
  /** From the lowest step to the highest, each with its name. */
  steps: readonly { readonly value: number; readonly label: string }[];
  today: string;
}) {
  const formats = useFormats();
  const { direction } = useLocale();
  const [box, width] = useWidth();
  const { readings, steps } = given;
  const days = readings.map(({ on }) => dayNumber(on));
  const until = Math.max(dayNumber(given.today), ...days);
  const from = Math.min(...days, until - 60);
  // The names of the steps stand where lines begin.
  const isFlipped = direction === 'rtl';
  const x = scaleOf(from, until, isFlipped ? 10 : 26, Math.max(width - (isFlipped ? 26 : 10), 27), isFlipped);
  const y = scaleOf(Math.min(...steps.map(({ value }) => value)), Math.max(...steps.map(({ value }) => value)), FLOOR, TOP);
  const points = readings.map(({ value }, place) => `${x(days[place] ?? 0)} ${y(value)}`);
  return (
    <div ref={box} className="w-full" style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg role="img" aria-label={given.summary} width={width} height={HEIGHT} className="block overflow-visible text-xs">
          {steps.map(({ value, label }) => (
            <g key={value}>
              <path d={`M${x(from)} ${y(value)}H${x(until)}`} className="stroke-line" />
              <text x={isFlipped ? width - 4 : 4} y={y(value) + 4} textAnchor="start" className="fill-ink-faint">
                {label}
              </text>
            </g>
          ))}
          {monthTicks(from, until, width / 76, formats.calendar).map((tick) => (
            <text key={tick.on} x={x(tick.at)} y={HEIGHT - 10} textAnchor="middle" className="fill-ink-faint">
              {tick.beginsYear ? formats.year(tick.on) : formats.monthShort(tick.on)}
            </text>
          ))}
          <polyline points={points.join(' ')} fill="none" className="stroke-accent" strokeWidth="2" strokeLinejoin="round" />
          {readings.map(({ on, value, label }, place) => (
            <circle
              // oxlint-disable-next-line react/no-array-index-key -- several readings may be of one day
              key={`${on} ${place}`}
              cx={x(days[place] ?? 0)}
              cy={y(value)}
              r="4.5"
              className="fill-accent stroke-paper"
              strokeWidth="1.5"
            >
              <title>{label}</title>
            </circle>
          ))}
        </svg>
      )}
    </div>
  );
}
