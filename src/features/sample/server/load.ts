import { insertColleague } from '#features/access/server/index.ts';
import { logTouchpoints } from '#features/conversations/server/index.ts';
import { hasCustomers, listKeyCustomer } from '#features/people/server/index.ts';
import {
  acceptPromise,
  admitBroken,
  askForTime,
  callAnyway,
  declinePromise,
  givePromise,
  handOverPromise,
  keepPromise,
  releasePromise,
} from '#features/promises/server/index.ts';
import { importSales } from '#features/purchases/server/index.ts';
import { makeReminders } from '#features/reminders/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import type { BusinessRows, PromiseRow } from '#fixtures/business-rows.ts';
import { generateSampleBusiness } from '#fixtures/sample-business/index.ts';
import { currencyDigits } from '#kit/domain/currency.ts';
import { fail } from '#kit/domain/result.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { addAutomations } from './load-automations.ts';
import { addCadence } from './load-cadence.ts';
import { addCustomFields } from './load-custom-fields.ts';
import { addKnowledge } from './load-knowledge.ts';
import { addPeople } from './load-people.ts';
import { addTwins } from './load-twins.ts';
import { withSalesFile } from './sales-file.ts';

export type SampleLoaded = {
  readonly customers: number;
  readonly purchases: number;
  readonly touchpoints: number;
  readonly promises: number;
};

const daysReminded = 14;

/**
 * Fills an empty workspace with the sample business, its two years ending today; the workspace's owner is its owner. Goes through
 * the same actions as real work, in one transaction. Refuses a workspace that has customers (`sample.not_empty`).
 */
export async function loadSample(tx: Tx, now: Temporal.Instant, owner: string): Promise<SampleLoaded> {
  if (await hasCustomers(tx)) throw fail('sample.not_empty');
  const workspace = await readWorkspace(tx);
  const business = generateSampleBusiness({
    seed: 'meltemi',
    asOf: todayOf(workspace, now),
    language: workspace.language,
    currency: workspace.currency,
    currencyDigits: currencyDigits(workspace.currency),
    newId: () => newId(now.epochMilliseconds),
  });
  const instant = (local: Temporal.PlainDateTime) => local.toZonedDateTime(workspace.timeZone).toInstant();
  const at = (local: Temporal.PlainDateTime) => earlier(instant(local), now);
  const colleagues = await addColleagues(tx, business, workspace.language, owner);
  const custom = await addCustomFields(tx, business, { now, owner });
  const customers = await addPeople(tx, business, { now, today: todayOf(workspace, now), owner, colleagues, custom });
  await addTwins(tx, business, { now, today: todayOf(workspace, now), owner });
  const sales = await withSalesFile(business, (file) => importSales(tx, now, file));
  const touchpoints = await addTouchpoints(tx, business, { at, colleagues, customers });
  await addKnowledge(tx, business, { at, colleague: (id) => of(colleagues, id), customer: (id) => of(customers, id) });
  for (const row of business.promises) await addPromise(tx, row, { at, instant, colleagues, customers, touchpoints });
  for (const row of business.keyCustomers) {
    // A listing is reviewed within two years, so one of long ago has been confirmed since.
    const confirmed = later(row.listedOn, row.reviewOn.subtract({ months: 18 }));
    const listedAt = at(confirmed.toPlainDateTime('09:00'));
    const told = { reason: row.reason, reviewOn: row.reviewOn };
    await listKeyCustomer(tx, listedAt, of(colleagues, row.listedBy), of(customers, row.customerId), told);
  }
  await remindOfLately(tx, now, [...colleagues.values()]);
  await addCadence(tx, business, { now, owner, colleague: (id) => of(colleagues, id), customer: (id) => of(customers, id) });
  await addAutomations(tx, now, owner);
  return { customers: customers.size, purchases: sales.purchasesMade, touchpoints: touchpoints.size, promises: business.promises.length };
}

/** What everybody was reminded of in the days before, as if Tend had been there. */
async function remindOfLately(tx: Tx, now: Temporal.Instant, colleagues: readonly string[]): Promise<void> {
  const after = now.subtract({ hours: 24 * daysReminded });
  await makeReminders(tx, now, { since: after, after, until: now }, colleagues, 'in time');
}

// The person at the keyboard owns the sample; the others are colleagues who do not sign in.
async function addColleagues(tx: Tx, business: BusinessRows, language: Language, owner: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { id, role, name, email } of business.colleagues) {
    ids.set(id, role === 'owner' ? owner : id);
    if (role === 'owner') continue;
    await insertColleague(tx, { id, account_id: null, name, email, role, language, calendar: 'gregorian', digits: 'latin' });
  }
  return ids;
}

async function addTouchpoints(
  tx: Tx,
  business: BusinessRows,
  known: Pick<Known, 'at' | 'colleagues' | 'customers'>,
): Promise<Map<string, string>> {
  const logged = await logTouchpoints(
    tx,
    business.touchpoints.map(({ kind, direction, reached, minutes, summary, pulse, listeningPercent, ...row }) => {
      const now = known.at(row.happenedAt);
      const told = { kind, direction, reached, at: now, minutes, summary, pulse, listeningPercent };
      const participants = { colleagues: row.withColleagueIds.map((id) => of(known.colleagues, id)) };
      return { now, colleague: of(known.colleagues, row.colleagueId), customer: of(known.customers, row.customerId), told, participants };
    }),
  );
  return new Map(business.touchpoints.map((row, index) => [row.id, logged[index] ?? '']));
}

type Known = {
  /** A moment of the shop's clock; `at` is never later than now. */
  readonly instant: (local: Temporal.PlainDateTime) => Temporal.Instant;
  readonly at: (local: Temporal.PlainDateTime) => Temporal.Instant;
  readonly colleagues: Map<string, string>;
  readonly customers: Map<string, string>;
  readonly touchpoints: Map<string, string>;
};

async function addPromise(tx: Tx, row: PromiseRow, known: Known): Promise<void> {
  const { at, instant, colleagues, customers, touchpoints } = known;
  const [given, ...rest] = row.events;
  if (!given?.dueAt) return;
  const id = await givePromise(tx, at(given.at), of(colleagues, row.giverId), {
    customer: of(customers, row.customerId),
    what: row.what,
    firmness: row.firmness,
    dueAt: instant(given.dueAt),
    dueFrom: given.dueFrom && instant(given.dueFrom),
    touchpoint: row.touchpointId ? touchpoints.get(row.touchpointId) : undefined,
  });
  for (const event of rest) {
    const [now, by] = [at(event.at), of(colleagues, event.colleagueId)];
    if (event.kind === 'kept') await keepPromise(tx, now, by, id);
    if (event.kind === 'broken') await admitBroken(tx, now, by, id);
    if (event.kind === 'released') await releasePromise(tx, now, by, id);
    if (event.kind === 'handed_over' && event.toId)
      await handOverPromise(tx, now, { id: by, mayActForColleagues: false }, id, of(colleagues, event.toId));
    if (event.kind === 'accepted') await acceptPromise(tx, now, by, id);
    if (event.kind === 'declined') await declinePromise(tx, now, by, id);
    if (!event.dueAt) continue;
    const due = { from: null, at: instant(event.dueAt) };
    if (event.kind === 'time_asked') await askForTime(tx, now, by, id, due);
    if (event.kind === 'called_anyway' && event.word) await callAnyway(tx, now, by, id, { word: event.word, due });
  }
}

function of(ids: Map<string, string>, id: string): string {
  const found = ids.get(id);
  if (found === undefined) throw new Error(`the sample names ${id}, which it does not have`);
  return found;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}
