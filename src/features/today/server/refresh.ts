import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { living, type SummaryPart, type SummaryScope } from '#kit/server/summary.ts';
import { highestId, lowestId } from '#kit/server/ids.ts';
import { attentionOf } from '../domain/index.ts';
import { forgetPastAttention, listWeighed, replaceAttention, type AttentionRow, type Weighed } from './attention-store.ts';
import { weigh, type Known } from './weigh.ts';

/** Enough to make round trips cheap, few enough to keep their reasons in some tens of megabytes. */
const batch = 10_000;

/** Weighs what each customer asks of whom, after every feature has filled its columns. */
export const todaySummary: SummaryPart = {
  feature: 'today',
  beginsEmpty: true,
  refresh: async (tx, scope) => {
    const [{ timeZone }] = await Promise.all([readWorkspace(tx), scope.asOfOn === living ? forgetPastAttention(tx) : undefined]);
    // A morning's list is weighed with everything that falls due during the day.
    const known: Known = { day: scope.day, asOfOn: scope.asOfOn, now: endOfDay(scope.day, timeZone) };
    if (scope.customers === 'all') return await weighAll(tx, known, timeZone, scope);
    const some = await listWeighed(tx, { asOfOn: scope.asOfOn, timeZone, among: scope.customers });
    await replaceAttention(tx, scope.asOfOn, scope.customers, await rowsOf(tx, known, some));
  },
};

type Page = { readonly customers: readonly Weighed[]; readonly after: string; readonly until: string };

/** Page after page, two at a time: the database answers for one while we weigh the other. */
async function weighAll(tx: Tx, known: Known, timeZone: string, { signal }: SummaryScope): Promise<void> {
  let page: Promise<Page> = Promise.resolve({ customers: [], after: '', until: lowestId });
  const weighPages = async () => {
    for (;;) {
      signal?.throwIfAborted();
      page = page.then(({ until }) => readPage(tx, known, timeZone, until));
      const mine = await page;
      if (mine.after === highestId) return;
      await replaceAttention(tx, known.asOfOn, mine, await rowsOf(tx, known, mine.customers));
    }
  };
  // Neither goes on when the transaction has ended with the other.
  for (const ended of await Promise.allSettled([weighPages(), weighPages()])) if (ended.status === 'rejected') throw ended.reason;
}

/** The next customers after one; what lies after the last of them belongs to the last page. */
async function readPage(tx: Tx, { asOfOn }: Known, timeZone: string, after: string): Promise<Page> {
  if (after === highestId) return { customers: [], after, until: after };
  const customers = await listWeighed(tx, { asOfOn, timeZone, among: { after, limit: batch } });
  return { customers, after, until: (customers.length === batch && customers.at(-1)?.customer) || highestId };
}

async function rowsOf(tx: Tx, known: Known, customers: readonly Weighed[]): Promise<AttentionRow[]> {
  if (customers.length === 0) return [];
  const reasons = await weigh(tx, known, customers);
  return customers.flatMap(({ customer, owner }) =>
    [...attentionOf(reasons.get(customer) ?? [], owner)].map(([colleague, attention]) => ({ customer, colleague, ...attention })),
  );
}
