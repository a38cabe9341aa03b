import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { stepsFrom } from '../../domain/index.ts';
import { listAcquaintances, listCameThrough, listLinksOf, listRolesOf, type Acquaintance, type CircleLink } from './store.ts';

/** How many links from one customer, and from all who know them, can still be taken in at a glance. */
const mostFromOne = 24;
const mostFromAll = 48;

export type Circle = {
  readonly people: readonly (Acquaintance & { readonly step: number })[];
  readonly links: readonly CircleLink[];
  /** There are more than these. */
  readonly isCut: boolean;
};

/** Whom a customer knows, and whom these know: two steps out at most, as at the end of a day. Roles at organizations count as links. */
export async function readCircle(tx: Tx, customer: string, view: { day: Temporal.PlainDate; isPast: boolean }): Promise<Circle> {
  const before = view.isPast ? endOfDay(view.day, (await readWorkspace(tx)).timeZone) : null;
  const around = async (people: readonly string[], most: number) => [
    ...(await listLinksOf(tx, people, { before, most })),
    ...(await listRolesOf(tx, people, { day: view.day, most })),
  ];
  const near = await around([customer], mostFromOne);
  const known = [...stepsFrom(customer, near, 1).keys()];
  const far = await around(known, mostFromAll);
  const links = [...new Map([...near, ...far].map((link) => [link.id, link])).values()];
  const steps = stepsFrom(customer, links, 2);
  const people = (await listAcquaintances(tx, [...steps.keys()]))
    .map((one) => ({ ...one, step: steps.get(one.id) ?? 0 }))
    .toSorted((a, b) => a.step - b.step || (a.name < b.name ? -1 : 1));
  return {
    people,
    links: links.filter(({ from, to }) => steps.has(from) && steps.has(to)),
    isCut: near.length >= mostFromOne || far.length >= mostFromAll,
  };
}

/** Everybody who came by way of a customer as at the end of a day: directly, and onward through these. */
export async function whoCameThrough(
  tx: Tx,
  customer: string,
  view: { day: Temporal.PlainDate; isPast: boolean },
): Promise<{ direct: readonly string[]; onward: readonly string[] }> {
  const before = view.isPast ? endOfDay(view.day, (await readWorkspace(tx)).timeZone) : null;
  const came = await listCameThrough(tx, customer, before);
  return {
    direct: came.filter(({ isDirect }) => isDirect).map(({ id }) => id),
    onward: came.filter(({ isDirect }) => !isDirect).map(({ id }) => id),
  };
}
