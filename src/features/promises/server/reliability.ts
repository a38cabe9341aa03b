import { listColleagues } from '#features/access/server/index.ts';
import { valueBands } from '#features/purchases/domain/index.ts';
import { readBandBounds } from '#features/purchases/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import { mostReliableFirst, reliabilityOf, type Counted, type Reliability } from '../domain/index.ts';
import { readRows, type PromiseRead } from './readings.ts';
import {
  countByColleague,
  countByDay,
  countByKind,
  listCounted,
  type CountedAsked,
  type CountedRead,
  type Kind,
} from './reliability-store.ts';

export type ReliabilityAsked = {
  /** `2026-03` of the calendar, or a day (`2026-03-06`) for the month in which it lies; this month, unless told. */
  readonly month?: string | undefined;
  /** Whose months; those of the ISO calendar, unless told. */
  readonly calendar?: MonthCalendar | undefined;
  /** Whether the figures are of that month alone, or of the twelve that end with it. */
  readonly span: 'month' | 'year';
  /** Some colleagues together; everybody, unless told. */
  readonly of?: readonly string[] | undefined;
};

export type MonthCalendar = 'gregorian' | 'persian';

export type ReliabilityRead = {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly workspace: Reliability;
  readonly team: Reliability;
  readonly months: readonly (Month & { readonly reliability: Reliability })[];
  readonly colleagues: readonly { readonly colleague: { readonly id: string; readonly name: string }; readonly reliability: Reliability }[];
  readonly kinds: readonly { readonly by: Kind; readonly kind: string; readonly reliability: Reliability }[];
  readonly days: readonly (Counted & { readonly on: string })[];
};

const monthsShown = 12;

const kindsShown = [
  ...valueBands.map((kind) => ({ by: 'value' as const, kind })),
  ...['prospect', 'first-time', 'returning', 'lapsed'].map((kind) => ({ by: 'stage' as const, kind })),
  ...['yes', 'no'].map((kind) => ({ by: 'key' as const, kind })),
];

/**
 * How many promises were kept by the moment in force: of the workspace, of each colleague and of some together, by month, by kind of customer and by day.
 * Reads no promise outside of the twelve months that end with the one asked for. Refuses a month to come (`promise.month_to_come`).
 */
export async function readReliability(tx: Tx, now: Temporal.Instant, asked: ReliabilityAsked): Promise<ReliabilityRead> {
  const workspace = await readWorkspace(tx);
  const months = monthsUntil(asked, todayOf(workspace, now));
  const [earliest, last] = [months.at(0), months.at(-1)];
  if (!earliest || !last) throw new Error('there are twelve months');
  const begins = ({ from }: Month) => from.toZonedDateTime(workspace.timeZone).toInstant();
  const before = endOfDay(last.until, workspace.timeZone);
  const first = asked.span === 'month' ? last : earliest;
  const whole: CountedAsked = { from: begins(earliest), before, now, of: asked.of };
  const period = { ...whole, from: begins(first) };
  const rows = await countByColleague(tx, whole, months.map(begins));
  const isTeam = ({ colleague }: { readonly colleague: string }) => asked.of?.includes(colleague) ?? true;
  const firstPart = asked.span === 'month' ? monthsShown : 1;
  const within = rows.filter(({ part }) => part >= firstPart);
  const kinds = await countByKind(tx, period, await readBandBounds(tx));
  const names = (await listColleagues(tx)).map(({ id, name }) => ({ id, name }));
  return {
    from: first.from,
    until: last.until,
    workspace: together(within),
    team: together(within.filter(isTeam)),
    months: months.map((month, index) => ({
      ...month,
      reliability: together(rows.filter((row) => row.part === index + 1 && isTeam(row))),
    })),
    colleagues: mostReliableFirst(
      names.flatMap((colleague) => {
        const own = within.filter((row) => row.colleague === colleague.id);
        return own.length === 0 ? [] : [{ colleague, reliability: together(own) }];
      }),
    ),
    kinds: kindsShown.flatMap(({ by, kind }) => {
      const own = kinds.filter((row) => row[by] === kind);
      return own.length === 0 ? [] : [{ by, kind, reliability: together(own) }];
    }),
    days: await countByDay(tx, { ...whole, from: begins(last) }, workspace.timeZone),
  };
}

/** The promises behind a figure, those settled last before the others, between two days and both included. */
export async function readCounted(
  tx: Tx,
  now: Temporal.Instant,
  asked: Pick<CountedRead, 'outcome' | 'of' | 'by' | 'kind' | 'limit'> & {
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate;
    readonly cursor?: string | undefined;
  },
): Promise<{ promises: PromiseRead[]; next: string | null }> {
  const { from, until, cursor, limit, ...which } = asked;
  const { timeZone } = await readWorkspace(tx);
  const period = { from: from.toZonedDateTime(timeZone).toInstant(), before: endOfDay(until, timeZone), now };
  const bounds = which.by === 'value' ? await readBandBounds(tx) : { middle: null, high: null };
  const rows = await listCounted(tx, { ...which, ...period, after: readMomentCursor(cursor), limit: limit + 1 }, bounds);
  const { shown, next } = pageOf(rows, limit, (row) => ({ at: row.counted_at, id: row.id }));
  return { promises: await readRows(tx, now, shown), next };
}

/** A month of a calendar, as `2026-03`, with its first and its last day. */
type Month = { readonly month: string; readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };

/** Twelve months of a calendar, the last one the month asked for. */
function monthsUntil({ month: wanted, calendar = 'gregorian' }: ReliabilityAsked, today: Temporal.PlainDate): readonly Month[] {
  const as = calendar === 'persian' ? 'persian' : 'iso8601';
  const last = wanted === undefined ? today.withCalendar(as).toPlainYearMonth() : readMonth(wanted, as);
  if (Temporal.PlainDate.compare(last.toPlainDate({ day: 1 }), today) > 0) throw fail('promise.month_to_come', {}, 'month');
  return Array.from({ length: monthsShown }, (_, place) => {
    const month = last.subtract({ months: monthsShown - 1 - place });
    return {
      month: `${String(month.year).padStart(4, '0')}-${String(month.month).padStart(2, '0')}`,
      from: month.toPlainDate({ day: 1 }).withCalendar('iso8601'),
      until: month.toPlainDate({ day: month.daysInMonth }).withCalendar('iso8601'),
    };
  });
}

function readMonth(wanted: string, calendar: 'iso8601' | 'persian'): Temporal.PlainYearMonth {
  const [year = 0, month = 0, day] = wanted.split('-').map(Number);
  if (day !== undefined) return Temporal.PlainDate.from(wanted).withCalendar(calendar).toPlainYearMonth();
  return Temporal.PlainYearMonth.from({ year, month, calendar });
}

function together(rows: readonly Counted[]): Reliability {
  const sum = (what: keyof Counted) => rows.reduce((total, row) => total + row[what], 0);
  return reliabilityOf({ kept: sum('kept'), missed: sum('missed') });
}
