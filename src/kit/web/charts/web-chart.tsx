import type { ReactNode } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { useWidth } from './drawing.ts';

type Node = {
  readonly id: string;
  /** Where it stands, in steps from the middle; the x of a page that reads from the right runs to the left. */
  readonly x: number;
  readonly y: number;
  /** Hangs from its point: what is to stand on it draws itself up by half of its height. */
  readonly content: ReactNode;
};

type Line = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Points from the first to the second. */
  readonly isArrow: boolean;
};

/** Room for a name on both sides, half a dot above, and half a dot with its name below. */
const [ASIDE, ABOVE, BELOW] = [56, 28, 44];
/** How long a step is at most, on a page that has the room. */
const STEP = { x: 250, y: 165 };

/** Points around one in the middle, and the lines between them. What stands at the points is ordinary content, so it is read and reached like any. */
export function WebChart(given: { label: string; nodes: (width: number) => readonly Node[]; lines: readonly Line[] }) {
  const { direction } = useLocale();
  const [box, width] = useWidth();
  const nodes = width > 0 ? given.nodes(width) : [];
  const xs = rangeOf(nodes.map(({ x }) => x));
  const ys = rangeOf(nodes.map(({ y }) => y));
  const step = Math.min(STEP.x, Math.max(0, width - 2 * ASIDE) / Math.max(xs.length, 0.01)) * (direction === 'rtl' ? -1 : 1);
  const at = new Map(nodes.map(({ id, x, y }) => [id, { x: width / 2 + (x - xs.middle) * step, y: ABOVE + (y - ys.from) * STEP.y }]));
  const height = ABOVE + ys.length * STEP.y + BELOW;
  return (
    <div ref={box} role="group" aria-label={given.label} className="relative w-full" style={{ height }}>
      <svg aria-hidden="true" width={width} height={height} className="absolute inset-0 block">
        {given.lines.map(({ id, from, to, isArrow }) => {
          const [start, end] = [at.get(from), at.get(to)];
          if (!start || !end) return null;
          return (
            <g key={id} className={isArrow ? 'stroke-accent' : 'stroke-line-strong'} fill="none" strokeWidth="1.5" strokeLinecap="round">
              <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} />
              {isArrow && <path d={tipOf(start, end)} strokeWidth="2" />}
            </g>
          );
        })}
      </svg>
      {nodes.map(({ id, content }) => {
        const { x = 0, y = 0 } = at.get(id) ?? {};
        return (
          <div key={id} className="absolute -translate-x-1/2" style={{ left: x, top: y }}>
            {content}
          </div>
        );
      })}
    </div>
  );
}

function rangeOf(values: readonly number[]): { from: number; middle: number; length: number } {
  if (values.length === 0) return { from: 0, middle: 0, length: 0 };
  const [from, until] = [Math.min(...values), Math.max(...values)];
  return { from, middle: (from + until) / 2, length: until - from };
}

type Point = { readonly x: number; readonly y: number };

/** A little past half-way along the line, where nothing stands. */
function tipOf(start: Point, end: Point): string {
  const angle = Math.atan2(end.y - start.y, end.x - start.x);
  const tip = { x: start.x + (end.x - start.x) * 0.55, y: start.y + (end.y - start.y) * 0.55 };
  const wing = (turn: number) => `${tip.x - 8 * Math.cos(angle + turn)} ${tip.y - 8 * Math.sin(angle + turn)}`;
  return `M${wing(0.5)}L${tip.x} ${tip.y}L${wing(-0.5)}`;
}
