/** What became different: by field what stood there before, and what does now. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/** The fields of `after` in which it differs from `before`, compared as they would be written; undefined where there are none. */
export function changesBetween(before: object, after: object): Changes | undefined {
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).flatMap(([field, now]) => {
    const then = old.get(field);
    return JSON.stringify(then ?? null) === JSON.stringify(now ?? null) ? [] : [[field, [then ?? null, now ?? null]] as const];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
