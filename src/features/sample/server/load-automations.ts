import { makeWithHistory } from '#features/automations/server/index.ts';
import { readCustomers } from '#features/people/server/index.ts';
import { remind } from '#features/reminders/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { sampleAutomations } from '#fixtures/sample-business/automations.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { listEventsOf } from '#kit/server/followers.ts';

const daysBack = 30;
const unhappyPulse = 2;
const most = 1000;

/** What is done by itself, and what it did in the month before: whoever answers for a customer was told. */
export async function addAutomations(tx: Tx, now: Temporal.Instant, owner: string): Promise<void> {
  const { language } = await readWorkspace(tx);
  const { unhappy, broken } = sampleAutomations[language];
  const since = now.subtract({ hours: 24 * daysBack });
  const tell = (words: string) => ({ action: 'notify', filled: { whom: 'owner', words } });

  const pulses = (await listEventsOf(tx, 'touchpoint.logged', since, most)).filter(({ detail }) => typeof detail['pulse'] === 'number');
  const low = pulses.filter(({ detail }) => Number(detail['pulse']) <= unhappyPulse);
  await makeWithHistory(
    tx,
    since,
    owner,
    {
      name: unhappy.name,
      event: 'touchpoint.logged',
      trigger: 'pulse_read',
      filled: { atMost: unhappyPulse },
      conditions: '',
      steps: [tell(unhappy.words)],
    },
    lookedAt(pulses, (event) => low.includes(event)),
  );
  const breaches = await listEventsOf(tx, 'promise.broken', since, most);
  await makeWithHistory(
    tx,
    since,
    owner,
    { name: broken.name, event: 'promise.broken', trigger: 'promise_broken', filled: {}, conditions: '', steps: [tell(broken.words)] },
    lookedAt(breaches, () => true),
  );
  await tellOwners(tx, low, unhappy.words);
  await tellOwners(tx, breaches, broken.words);
}

type Happened = { readonly id: string; readonly customer: string | null; readonly happenedAt: Temporal.Instant };

function lookedAt<Event extends Happened>(events: readonly Event[], isDone: (event: Event) => boolean) {
  return events.flatMap((event) => {
    const { id, customer, happenedAt: at } = event;
    return customer === null ? [] : [{ event: id, customer, at, outcome: isDone(event) ? ('done' as const) : ('not_fitting' as const) }];
  });
}

async function tellOwners(tx: Tx, events: readonly Happened[], words: string): Promise<void> {
  const customers = await readCustomers(
    tx,
    events.flatMap(({ customer }) => customer ?? []),
  );
  for (const { id, customer, happenedAt: at } of events) {
    const colleague = customers.get(customer ?? '')?.ownerId;
    if (colleague === undefined) continue;
    const told = { kind: 'automation_says', occasion: `${id}/${words}`, customer, promise: null, by: null, count: 1, words, at } as const;
    await remind(tx, at, [{ ...told, colleague }]);
  }
}
