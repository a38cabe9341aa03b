import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '#fixtures/random.ts';
import type { Rig } from './rig.ts';
import type { Clients } from './work.ts';

/** What something goes wrong in the middle of. */
export const aims = ['import', 'job', 'edit'] as const;
export type Aim = (typeof aims)[number];

/** What was under way at a moment, by what one calls it, and in which server. */
export type UnderWay = { readonly name: string; readonly server: number | undefined };

export type Moment = { readonly underWay: readonly UnderWay[]; readonly isHit: boolean };

const importTask = 'purchases.import';
/** Jobs that are called here, since by themselves they come round once a minute. */
const rounds = [
  'reminders.remind',
  'audit.seal',
  'webhooks.look_after',
  'workspace.notice_turned_days',
  'people.look_for_duplicates_of_all',
];

/** What was begun and is waited for later, together. */
export type Begun = { add(work: Promise<void>): void; ended(): Promise<void> };

export function nothingBegun(): Begun {
  const all: Promise<void>[] = [];
  return {
    add: (work) => {
      // What fails before it is waited for fails when it is.
      work.catch(() => {});
      all.push(work);
    },
    ended: async () => void (await Promise.all(all)),
  };
}

/** So many milliseconds after it was seen, at most, something goes wrong: about as long as it takes. */
const spans: Readonly<Record<Aim, number>> = { import: 250, job: 60, edit: 12 };
/** So long after whoever wanted it was answered may it still begin. */
const delays: Readonly<Record<Aim, number>> = { import: 3000, job: 500, edit: 0 };
const mostTries = 40;

/**
 * Begins work of one kind, and waits for a random moment in the middle of it; work that was over sooner is begun anew. Ends at that moment, and answers what was under way. What was begun is
 * given to `begun`, to be waited for.
 */
export async function reachMoment(
  rig: Rig,
  clients: Clients,
  { aim, name, random, begun }: { aim: Aim; name: string; random: Random; begun: Begun },
): Promise<Moment> {
  const since = await momentOf(rig);
  const lookAround = async (): Promise<UnderWay[]> => [
    ...(await rig.takenSince(since)).map(({ task, server }) => ({ name: task, server })),
    ...clients.open.map((address) => ({ name: 'edit', server: rig.serverAt(address) })),
  ];
  for (let tries = 1; ; tries++) {
    const work = begin(clients, aim, `${name}-${tries}`);
    begun.add(work);
    if (aim === 'job') await callRound(rig, random);
    await untilSeen(async () => isHit(aim, await lookAround()), work, delays[aim]);
    await delay(random.unit() * spans[aim]);
    const underWay = await lookAround();
    if (isHit(aim, underWay) || tries === mostTries) return { underWay, isHit: isHit(aim, underWay) };
  }
}

/** By the clock of the database. */
async function momentOf(rig: Rig): Promise<string> {
  for (;;) {
    try {
      const [row] = await rig.look<{ now: string }>('select now()::text as now');
      if (row) return row.now;
    } catch {
      // It is just coming up again.
    }
    await delay(50);
  }
}

async function callRound(rig: Rig, random: Random): Promise<void> {
  const round = random.pick(rounds);
  // Where the database is down just now, the next try calls one.
  await rig.look('select graphile_worker.add_job($1, $2)', [round, {}]).catch(() => {});
}

/** Until it is seen, or has been over for so long. */
async function untilSeen(isSeen: () => Promise<boolean>, work: Promise<void>, later: number): Promise<void> {
  let until = Number.POSITIVE_INFINITY;
  const end = () => (until = performance.now() + later);
  work.then(end, end);
  while (!(await isSeen()) && performance.now() < until) await delay(2);
}

async function begin(clients: Clients, aim: Aim, name: string): Promise<void> {
  switch (aim) {
    case 'import':
      return await clients.bringIn(`N${name}-`);
    case 'job':
      return await clients.invite(name);
    case 'edit':
      return await clients.edit(name);
  }
}

export function aimOf({ name }: UnderWay): Aim {
  if (name === 'edit') return 'edit';
  return name === importTask ? 'import' : 'job';
}

function isHit(aim: Aim, underWay: readonly UnderWay[]): boolean {
  return underWay.some((one) => aimOf(one) === aim);
}
