import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { DigestAsked, DigestLine, DigestPart, DigestSection } from '#kit/server/digest.ts';
import { readOpenPromises, type PromiseRead } from './readings.ts';
import { readCounted } from './reliability.ts';

const shownAtMost = 10;

/** What is due on the day and what was due before, what waits for the colleague's answer, and what they kept the day before. */
export const digestSections: readonly DigestSection[] = [
  {
    order: 20,
    read: async (tx, asked) => {
      const end = endOfDay(asked.day, asked.timeZone);
      const { promises } = await readOpenPromises(tx, asked.now, { owner: asked.colleague, limit: shownAtMost + 1 });
      const due = promises.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, end) < 0);
      return partOf(asked, 'promises.digest.due', due, (promise) => dueText(promise, asked));
    },
  },
  {
    order: 30,
    read: async (tx, asked) => {
      const { promises } = await readOpenPromises(tx, asked.now, { handedTo: asked.colleague, limit: shownAtMost + 1 });
      const from = (promise: PromiseRead) =>
        asked.say('promises.digest.asks', { name: promise.owner.name, due: asked.formats.moment(promise.dueAt) });
      return partOf(asked, 'promises.digest.handed', promises, from);
    },
  },
  {
    order: 40,
    read: async (tx, asked) => partOf(asked, 'promises.digest.kept', await keptOn(tx, asked), () => undefined),
  },
];

async function keptOn(tx: Tx, { now, colleague, day }: DigestAsked): Promise<PromiseRead[]> {
  const before = day.subtract({ days: 1 });
  const which = { from: before, until: before, of: [colleague], outcome: 'kept', limit: shownAtMost + 1 } as const;
  return (await readCounted(tx, now, which)).promises;
}

function partOf(
  { say }: DigestAsked,
  title: string,
  promises: readonly PromiseRead[],
  noteOf: (promise: PromiseRead) => string | undefined,
): DigestPart | null {
  if (promises.length === 0) return null;
  const lines = promises.slice(0, shownAtMost).map((promise): DigestLine => {
    const text = say('promises.digest.line', { customer: promise.customer.name, what: promise.what });
    return { text, note: noteOf(promise), path: `/promises/${promise.id}` };
  });
  return { title: say(title), lines, more: promises.length > shownAtMost ? say('promises.digest.more') : undefined };
}

function dueText({ overdue, dueFrom, dueAt }: PromiseRead, { say, formats, day, timeZone }: DigestAsked): string {
  if (overdue) return say('promises.digest.overdue', { due: formats.moment(dueAt) });
  const beganToday = dueFrom?.toZonedDateTimeISO(timeZone).toPlainDate().equals(day) === true;
  if (dueFrom && beganToday) return say('promises.digest.between', { from: formats.time(dueFrom), until: formats.time(dueAt) });
  return say('promises.digest.by', { due: formats.time(dueAt) });
}
