import { stepsFrom } from './steps.ts';

type Ends = { readonly from: string; readonly to: string };

/** Where somebody stands in the drawing: from -1 to 1 in both directions, the middle at 0, 0. */
export type Place = { readonly id: string; readonly step: number; readonly x: number; readonly y: number };

const radii = [0, 0.52, 1] as const;

/**
 * Places a circle around the one in the middle: those one step away on an inner ring, those two steps away on an outer ring, near the one
 * through whom they are known. Each on the inner ring gets room by how many stand behind them, so that nobody's name lies on another's.
 */
export function layOut(middle: string, links: readonly Ends[]): readonly Place[] {
  const steps = stepsFrom(middle, links, 2);
  const inner = [...steps].filter(([, step]) => step === 1).map(([id]) => id);
  const behind = new Map(inner.map((id): [string, string[]] => [id, []]));
  for (const [id, step] of steps) {
    if (step !== 2) continue;
    const through = links.flatMap(({ from, to }) => (to === id ? [from] : from === id ? [to] : [])).find((other) => behind.has(other));
    if (through !== undefined) behind.get(through)?.push(id);
  }
  const rooms = inner.map((id) => 1 + (behind.get(id)?.length ?? 0));
  const whole = rooms.reduce((sum, room) => sum + room, 0);
  const places: Place[] = [{ id: middle, step: 0, x: 0, y: 0 }];
  let begun = 0;
  for (const [index, id] of inner.entries()) {
    const room = rooms[index] ?? 1;
    places.push(placeOn(id, 1, (begun + room / 2) / whole));
    const others = behind.get(id) ?? [];
    for (const [at, other] of others.entries()) places.push(placeOn(other, 2, (begun + ((at + 1) * room) / (others.length + 1)) / whole));
    begun += room;
  }
  return places;
}

/** `share` of the way round, from the top, clockwise. */
function placeOn(id: string, step: 1 | 2, share: number): Place {
  const angle = share * 2 * Math.PI;
  return { id, step, x: radii[step] * Math.sin(angle), y: -radii[step] * Math.cos(angle) };
}
