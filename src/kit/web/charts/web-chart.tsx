import type { ReactNode } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { useWidth } from './drawing.ts';

type Node = {
  readonly id: string;
  /** From -1 to 1 in both directions; the middle at 0, 0. */
  readonly x: number;
  readonly y: number;
  readonly content: ReactNode;
};

type Line = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Points from the first to the second. */
  readonly isArrow: boolean;
};

/** Room for a name on both sides, and for half a node above and below. */
const ASIDE = 58;
const ABOVE = 38;

/** Points around one in the middle, and the lines between them. What stands at the points is ordinary content, so it is read and reached like any. */
export function WebChart(given: { label: string; height: number; nodes: (width: number) => readonly Node[]; lines: readonly Line[] }) {
  const { direction } = useLocale();
  const [box, width] = useWidth();
  const side = direction === 'rtl' ? -1 : 1;
  const nodes = width > 0 ? given.nodes(width) : [];
  const at = new Map(
    nodes.map(({ id, x, y }) => [
      id,
      { x: width / 2 + side * x * Math.max(0, width / 2 - ASIDE), y: given.height / 2 + y * (given.height / 2 - ABOVE) },
    ]),
  );
  return (
    <div ref={box} role="group" aria-label={given.label} className="relative w-full" style={{ height: given.height }}>
      <svg aria-hidden="true" width={width} height={given.height} className="absolute inset-0 block">
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
          <div key={id} className="absolute -translate-x-1/2 -translate-y-1/2" style={{ left: x, top: y }}>
            {content}
          </div>
        );
      })}
    </div>
  );
}

type Point = { readonly x: number; readonly y: number };

/** Half-way along the line, where nothing stands. */
function tipOf(start: Point, end: Point): string {
  const angle = Math.atan2(end.y - start.y, end.x - start.x);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const wing = (turn: number) => `${middle.x - 8 * Math.cos(angle + turn)} ${middle.y - 8 * Math.sin(angle + turn)}`;
  return `M${wing(0.5)}L${middle.x} ${middle.y}L${wing(-0.5)}`;
}
