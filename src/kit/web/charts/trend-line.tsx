import { useLocale } from 'react-aria-components/I18nProvider';
import { useFormats } from '../i18n/language.tsx';
import { dayNumber, monthTicks, scaleOf, useWidth } from './drawing.ts';

type Point = { readonly on: string; readonly value: number };

const HEIGHT = 180;

/** One figure over time. */
export function TrendLine(given: {
  summary: string;
  points: readonly Point[];
  /** Writes a value at the axis. */
  write: (value: number) => string;
}) {
  const formats = useFormats();
  const { direction } = useLocale();
  const [box, width] = useWidth();
  const days = given.points.map((point) => dayNumber(point.on));
  const from = Math.min(...days);
  const until = Math.max(...days);
  const top = niceTop(Math.max(...given.points.map((point) => point.value), 0));
  const isRtl = direction === 'rtl';
  const x = scaleOf(from, until, 16, Math.max(width - 68, 17), isRtl);
  const shift = isRtl ? 52 : 0;
  const y = scaleOf(0, top, HEIGHT - 28, 12);
  const line = given.points.map((point, place) => `${x(days[place] ?? 0) + shift} ${y(point.value)}`).join('L');
  return (
    <div ref={box} className="w-full">
      {width > 0 && given.points.length > 1 && (
        <svg role="img" aria-label={given.summary} width={width} height={HEIGHT} className="tabular block text-xs">
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <path d={`M${isRtl ? 52 : 0} ${y(value)}H${isRtl ? width : width - 52}`} className="stroke-line" />
              <text x={isRtl ? 44 : width - 44} y={y(value) + 4} textAnchor="start" className="fill-ink-faint">
                {given.write(value)}
              </text>
            </g>
          ))}
          {monthTicks(from, until, width / 84, formats.calendar).map((tick) => (
            <text key={tick.on} x={x(tick.at) + shift} y={HEIGHT - 6} textAnchor="middle" className="fill-ink-faint">
              {tick.beginsYear ? formats.year(tick.on) : formats.monthShort(tick.on)}
            </text>
          ))}
          <path d={`M${line}`} fill="none" className="stroke-accent" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" />
        </svg>
      )}
    </div>
  );
}

/** The next round figure above. */
function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const round = [1, 2, 2.5, 5, 10].find((one) => one * power >= value) ?? 10;
  return round * power;
}
