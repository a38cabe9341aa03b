/** A link as the walk through a circle needs one. */
type Ends = { readonly from: string; readonly to: string };

/** How many steps each person is away from the one in the middle, in the order in which they are met; nobody beyond `most` steps. */
export function stepsFrom(middle: string, links: readonly Ends[], most: number): ReadonlyMap<string, number> {
  const steps = new Map([[middle, 0]]);
  for (let step = 1; step <= most; step++) {
    const before = new Set([...steps].filter(([, at]) => at === step - 1).map(([id]) => id));
    for (const { from, to } of links) {
      if (before.has(from) && !steps.has(to)) steps.set(to, step);
      if (before.has(to) && !steps.has(from)) steps.set(from, step);
    }
  }
  return steps;
}
