import { readPlanned } from '#features/cadence/server/index.ts';
import { readOpenPromises } from '#features/promises/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { PromiseInCalendar, TalkInCalendar } from '../../domain/index.ts';

/** So far ahead talks are planned closely enough to stand in a calendar. */
const daysAhead = 28;
const pageOfRows = 200;
/** A calendar with more than this is no help to anybody. */
const mostOfEach = 1000;

export type TalkPlanned = TalkInCalendar & { readonly channel: string; readonly purpose: string | null };

/** What a colleague has promised and not ended, whatever its moment, and whom they are to talk to in the next four weeks. */
export async function readContents(
  tx: Tx,
  now: Temporal.Instant,
  day: Temporal.PlainDate,
  colleague: string,
): Promise<{ promises: PromiseInCalendar[]; talks: TalkPlanned[] }> {
  const promises = await allOf(async (after) => {
    const { promises: rows, next } = await readOpenPromises(tx, now, { owner: colleague, cursor: after, limit: pageOfRows });
    return { rows, next };
  });
  const talks = await allOf(async (after) => {
    const { contacts: rows, next } = await readPlanned(tx, {
      by: colleague,
      until: day.add({ days: daysAhead }),
      after,
      limit: pageOfRows,
    });
    return { rows, next };
  });
  return {
    promises: promises.map(({ id, what, customer, dueFrom, dueAt, events }) => ({
      id,
      what,
      customer: customer.name,
      dueFrom,
      dueAt,
      happenedAt: events.map(({ at }) => at),
    })),
    talks: talks.map(({ customer, on, channel, purpose }) => ({ customer, on: Temporal.PlainDate.from(on), channel, purpose })),
  };
}

async function allOf<Row>(read: (after: string | undefined) => Promise<{ rows: readonly Row[]; next: string | null }>): Promise<Row[]> {
  const all: Row[] = [];
  for (let after: string | undefined; all.length < mostOfEach;) {
    const { rows, next } = await read(after);
    all.push(...rows);
    if (next === null) break;
    after = next;
  }
  return all;
}
