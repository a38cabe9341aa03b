import { z } from 'zod';
import type { Route } from '#kit/contract/route.ts';

/** Holds what a route answers against what its contract says of it, for `RouterOptions.inspect`: everything that stands there is described, and everything described stands there. */
export function asDescribed(route: Route, body: unknown): void {
  const why = undescribed(route, JSON.parse(JSON.stringify(body ?? null)));
  if (why === undefined) return;
  // Whoever asked gets an answer that says nothing of it.
  console.error(`${route.method} ${route.path} ${why}`);
  throw new Error(why);
}

function undescribed({ answer }: Route, told: unknown): string | undefined {
  if (!answer) return told === null ? undefined : 'answers what no contract describes';
  const read = z.safeParse(answer, told);
  if (!read.success) return `answers otherwise than described: ${z.prettifyError(read.error)}`;
  const extra = beyond(told, read.data, '');
  return extra.length > 0 ? `answers more than described: ${extra.join(', ')}` : undefined;
}

function beyond(told: unknown, described: unknown, path: string): string[] {
  if (typeof told !== 'object' || told === null || typeof described !== 'object' || described === null) return [];
  const known = new Map(Object.entries(described));
  const found = Object.entries(told).flatMap(([name, value]) =>
    known.has(name) ? beyond(value, known.get(name), `${path}.${Array.isArray(told) ? '#' : name}`) : [`${path}.${name}`],
  );
  return [...new Set(found)];
}
