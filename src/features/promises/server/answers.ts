import type { z } from 'zod';
import type { promisesApi, PromiseView } from '../api.ts';
import type { Reliability } from '../domain/index.ts';
import type { ColleagueHeld } from './leaving.ts';
import type { PromiseRead } from './readings.ts';
import type { ReliabilityRead } from './reliability.ts';

/** A promise as it travels. */
export function promiseAnswer(promise: PromiseRead): z.input<typeof PromiseView> {
  return {
    ...promise,
    handedAt: text(promise.handedAt),
    givenAt: promise.givenAt.toString(),
    dueFrom: text(promise.dueFrom),
    dueAt: promise.dueAt.toString(),
    endedAt: text(promise.endedAt),
    events: promise.events.map((event) => ({
      ...event,
      at: event.at.toString(),
      dueFrom: text(event.dueFrom),
      dueAt: text(event.dueAt),
    })),
  };
}

export function reliabilityAnswer(read: ReliabilityRead): z.input<(typeof promisesApi)['reliability']['answer']> {
  return {
    from: read.from.toString(),
    until: read.until.toString(),
    workspace: figure(read.workspace),
    team: figure(read.team),
    months: read.months.map(({ month, from, until, reliability }) => ({
      month,
      from: from.toString(),
      until: until.toString(),
      figure: figure(reliability),
    })),
    colleagues: read.colleagues.map(({ colleague, reliability }) => ({ colleague, figure: figure(reliability) })),
    kinds: read.kinds.map(({ by, kind, reliability }) => ({ by, kind, figure: figure(reliability) })),
    days: read.days.map(({ on, kept, missed }) => ({ on, kept, missed })),
  };
}

export function heldAnswer({ leftAt, ...held }: ColleagueHeld) {
  return { ...held, leftAt: text(leftAt) };
}

function figure({ kept, missed, share, low, high }: Reliability) {
  return { kept, missed, share, low, high };
}

function text(moment: Temporal.Instant | null): string | null {
  return moment?.toString() ?? null;
}
