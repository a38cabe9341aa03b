import { expect, test } from 'vitest';
import { conversations, logTouchpoints } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { createRandom } from '#fixtures/random.ts';
import { contactWindow, dayNumberOf, usualFloor, type ClockFigures } from '../domain/index.ts';
import { cadence, makeRoutine } from './index.ts';

const shop = openShop([people, conversations, purchases, cadence]);

type Row = {
  id: string;
  heard: Temporal.PlainDate | null;
  first: Temporal.PlainDate | null;
  last: Temporal.PlainDate | null;
  attempts: number;
  tried: Temporal.PlainDate | null;
  due: Temporal.PlainDate | null;
  latest: Temporal.PlainDate | null;
};

const ways = [
  { kind: 'call', reached: true },
  { kind: 'call', reached: false },
  { kind: 'email', reached: true },
  { kind: 'message', reached: true, direction: 'in' },
] as const;

test('what is computed of all customers at once is what the rule says of each', async () => {
  const random = createRandom('windows');
  const who = { colleague: shop.eleni, role: 'owner' } as const;
  const terms = new Map<string, { everyDays: number; latestDays: number; madeOn: number }>();
  for (let count = 0; count < 40; count += 1) {
    const customer = await shop.customer({ name: `Customer ${count}` });
    const ago = (most: number) => shop.now().subtract({ hours: 24 * random.whole(0, most) });
    const spread = random.pick([20, 900]);
    await shop.bought(Array.from({ length: random.whole(0, 3) }, () => ({ customer, on: ago(1200).toString().slice(0, 10) })));
    await shop.inside(async (tx) => {
      const talks = Array.from({ length: random.whole(0, 14) }, () => {
        const way = random.pick(random.chance(0.85) ? ways.slice(1, 3) : ways);
        return { now: shop.now(), colleague: shop.eleni, customer, told: { ...way, at: ago(spread) } };
      });
      if (talks.length > 0) await logTouchpoints(tx, talks);
      if (random.chance(0.4)) {
        const [one, other] = [random.whole(1, 180), random.whole(1, 180)];
        const told = { everyDays: Math.min(one, other), latestDays: Math.max(one, other), channel: 'call', purpose: 'to talk' } as const;
        await makeRoutine(tx, shop.now(), who, { kind: 'customer', id: customer }, told);
        terms.set(customer, { ...told, madeOn: dayNumberOf(shop.today()) });
      }
    });
  }
  await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
  const { rows } = await shop.inside((tx) =>
    tx.client.query<Row>(
      `select customer_id as id, (last_contact_at at time zone 'Europe/Athens')::date as heard, first_purchase_on as first, last_purchase_on as last,
         attempts, (last_attempt_at at time zone 'Europe/Athens')::date as tried, contact_due_on as due, contact_latest_on as latest
       from customer_summary where as_of_on = 'infinity'`,
    ),
  );
  expect(rows).toHaveLength(40);
  const number = (on: Temporal.PlainDate | null) => (on === null ? null : dayNumberOf(on));
  for (const row of rows) {
    const figures: ClockFigures = {
      heardOn: number(row.heard),
      firstPurchaseOn: number(row.first),
      lastPurchaseOn: number(row.last),
      attempts: row.attempts,
      lastAttemptOn: number(row.tried),
    };
    const window = contactWindow(figures, terms.get(row.id), usualFloor, dayNumberOf(shop.today()));
    expect({ dueOn: number(row.due), latestOn: number(row.latest) }).toEqual(window ?? { dueOn: null, latestOn: null });
  }
  expect(rows.some(({ attempts }) => attempts === 6)).toBe(true);
});
