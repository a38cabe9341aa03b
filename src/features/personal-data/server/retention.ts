import { countUnheard, listUnheard, type Unheard, type UnheardAsked } from '#features/people/server/index.ts';
import { inEveryWorkspace, readWorkspace, todayOf, type Workspace } from '#features/workspace/server/index.ts';
import { changesBetween } from '#kit/domain/changes.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { forgetEventDetails, recordEvent } from '#kit/server/events.ts';
import { translate } from '#kit/server/messages.ts';
import { oneByOne } from '#kit/server/one-by-one.ts';
import { countFileRows, forgetFileRows, type FileRows } from '#kit/server/personal.ts';
import type { Services } from '#kit/server/services.ts';
import { retentionDays, type Retention } from '../domain/index.ts';
import { askToErase } from './erase.ts';
import { listWaiting } from './erasure-store.ts';
import { languageOf } from './in-words.ts';
import { countEvents, readRetention, writeRetention } from './retention-store.ts';

/** Whom and what a rule would touch now. */
export type RetentionOutlook = {
  readonly customers: { readonly count: number; readonly first: readonly Unheard[] } | null;
  readonly files: number | null;
  readonly events: number | null;
};

/** So many of those whom a rule would touch are named. */
const named = 10;

/** So many are erased in a night: a rule that was set by mistake can be taken back before it has reached everybody. */
const mostInANight = 200;

/** Looks what rules would do now, without doing anything. */
export async function tryRetention(tx: Tx, now: Temporal.Instant, services: Services, rules: Retention): Promise<RetentionOutlook> {
  const workspace = await readWorkspace(tx);
  const { customers: before, files, events } = retentionDays(rules, todayOf(workspace, now));
  const customers = before && (await silent(tx, before));
  let rows = 0;
  if (files) for (const fileRows of fileRowsOf(services)) rows += await countFileRows(tx, fileRows, startOf(files, workspace));
  return {
    customers: customers ? { count: await countUnheard(tx, customers), first: await listUnheard(tx, customers, named) } : null,
    files: files ? rows : null,
    events: events ? await countEvents(tx, startOf(events, workspace)) : null,
  };
}

export async function changeRetention(tx: Tx, now: Temporal.Instant, colleague: string, rules: Retention): Promise<void> {
  const before = await readRetention(tx);
  await writeRetention(tx, rules);
  await recordEvent(tx, now, { kind: 'personal_data.retention_changed', colleague, detail: rules, changes: changesBetween(before, rules) });
}

/** Does in every workspace what its rules say. Comes round every night. */
export async function keepRetention(services: Services, signal: AbortSignal): Promise<void> {
  await inEveryWorkspace(services, async (workspace) => await keepRetentionOf(services, workspace, signal), signal);
}

/** Whom the rule would erase: who waits for their day already has one. */
async function silent(tx: Tx, before: Temporal.PlainDate): Promise<UnheardAsked> {
  return { before, except: await listWaiting(tx) };
}

async function keepRetentionOf(services: Services, id: string, signal: AbortSignal): Promise<void> {
  const within = <T>(run: (tx: Tx) => Promise<T>) => services.database.transaction({ workspace: id }, run);
  const now = services.clock();
  const { workspace, rules } = await within(async (tx) => ({ workspace: await readWorkspace(tx), rules: await readRetention(tx) }));
  const { customers, files, events } = retentionDays(rules, todayOf(workspace, now));
  // Files and the log wait for no customer.
  if (files)
    await within(async (tx) => {
      for (const fileRows of fileRowsOf(services)) await forgetFileRows(tx, fileRows, startOf(files, workspace));
    });
  if (events)
    await within(async (tx) => {
      const before = startOf(events, workspace);
      const count = await forgetEventDetails(tx, { before });
      const detail = { before: before.toString(), events: count };
      if (count > 0) await recordEvent(tx, now, { kind: 'personal_data.events_forgotten', detail });
    });
  if (customers) {
    const why = translate(languageOf(null, workspace.language), 'personal_data.command.by_rule', { years: rules.customerYears ?? 0 });
    const unheard = await within(async (tx) => await listUnheard(tx, await silent(tx, customers), mostInANight));
    const tell = ({ id: customer }: Unheard) => ({ workspace: id, customer });
    await oneByOne(services, unheard, { tell, signal }, ({ id: customer, name }) =>
      within((tx) => askToErase(tx, now, services, null, customer, { confirm: name, why, afterDays: 0 })),
    );
  }
}

function fileRowsOf({ personal }: Services): readonly FileRows[] {
  return personal.flatMap(({ fileRows }) => fileRows ?? []);
}

function startOf(day: Temporal.PlainDate, { timeZone }: Pick<Workspace, 'timeZone'>): Temporal.Instant {
  return day.toZonedDateTime(timeZone).toInstant();
}
