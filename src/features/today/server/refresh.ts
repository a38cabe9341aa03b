import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { living, type SummaryPart, type SummaryScope } from '#kit/server/summary.ts';
import { attentionOf } from '../domain/index.ts';
import {
  addToDraft,
  forgetPastAttention,
  listWeighed,
  openAttentionDraft,
  replaceAttention,
  takeOverDraft,
  type AttentionRow,
  type Weighed,
} from './attention-store.ts';
import { weigh, type Known } from './weigh.ts';

/** Enough to make round trips cheap, few enough to keep their reasons in some tens of megabytes. */
const batch = 20_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Weighs what each customer asks of whom, after every feature has filled its columns. */
export const todaySummary: SummaryPart = {
  feature: 'today',
  beginsEmpty: true,
  refresh: async (tx, scope) => {
    if (scope.asOfOn === living) await forgetPastAttention(tx);
    const { timeZone } = await readWorkspace(tx);
    // A morning's list is weighed with everything that falls due during the day.
    const known: Known = { day: scope.day, asOfOn: scope.asOfOn, now: endOfDay(scope.day, timeZone) };
    if (scope.customers === 'all') return await weighAll(tx, known, timeZone, scope);
    const some = await listWeighed(tx, { asOfOn: scope.asOfOn, timeZone, among: scope.customers });
    await replaceAttention(tx, scope.asOfOn, scope.customers, await rowsOf(tx, known, some));
  },
};

async function weighAll(tx: Tx, known: Known, timeZone: string, { signal }: SummaryScope): Promise<void> {
  await openAttentionDraft(tx);
  let after = beforeAll;
  for (;;) {
    signal?.throwIfAborted();
    const some = await listWeighed(tx, { asOfOn: known.asOfOn, timeZone, among: { after, limit: batch } });
    await addToDraft(tx, await rowsOf(tx, known, some));
    const last = some.at(-1);
    if (!last || some.length < batch) break;
    after = last.customer;
  }
  await takeOverDraft(tx, known.asOfOn);
}

async function rowsOf(tx: Tx, known: Known, customers: readonly Weighed[]): Promise<AttentionRow[]> {
  if (customers.length === 0) return [];
  const reasons = await weigh(tx, known, customers);
  return customers.flatMap(({ customer, owner }) =>
    [...attentionOf(reasons.get(customer) ?? [], owner)].map(([colleague, attention]) => ({ customer, colleague, ...attention })),
  );
}
