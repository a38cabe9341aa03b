import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '#fixtures/random.ts';
import { simulateRepeatDays, simulateSpendRate } from '#fixtures/simulated-customers.ts';
import { describeCustomers, describer, finishReading } from './describe.ts';
import type { CustomerSnapshot, PurchaseHistory } from './snapshot.ts';
import { WorkspaceReading } from './workspace-model.ts';
import type { WorkspaceModel } from './workspace-model.ts';

const TERMS = { marginShare: 0.3, yearlyDiscountRate: 0.1, horizonDays: 1095 };
const TODAY = 20_000;
const shop = openShop(2000);
const today = describeCustomers(shop, TERMS, TODAY);

function snapshotOf(at: number, of = today): CustomerSnapshot {
  const snapshot = of.snapshots[at];
  if (snapshot === undefined) throw new Error(`no customer ${at}`);
  return snapshot;
}

describe('describing a shop', () => {
  test('gives each customer one row, in order', () => {
    expect(today.snapshots).toHaveLength(shop.length);
    shop.forEach(({ visitDays, totals }, at) => {
      const { visits, spent, firstVisitDay } = snapshotOf(at);
      expect(visits).toBe(visitDays.length);
      expect(firstVisitDay).toBe(visitDays[0]);
      expect(spent).toBe(Array.from(totals).reduce((sum, total) => sum + total, 0));
    });
  });

  test('every interval holds its expectation’s order, and money is finite', () => {
    for (const { outlook } of today.snapshots) {
      if (outlook === undefined) throw new Error('no outlook');
      for (const estimate of [outlook.alive, outlook.visitsIn90, outlook.visitsIn365, outlook.spend, outlook.value]) {
        if (estimate === undefined) continue;
        expect(estimate.low).toBeLessThanOrEqual(estimate.high);
        expect(estimate.expected).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(estimate.high)).toBe(true);
      }
      expect(outlook.visitsIn365.expected).toBeGreaterThan(outlook.visitsIn90.expected);
      expect(outlook.returnsIn365).toBeGreaterThanOrEqual(outlook.returnsIn90);
    }
  });

  test('what the model cannot know of a first-time customer is left open', () => {
    const first = today.snapshots.find(({ stage }) => stage === 'first-time');
    expect(first?.outlook?.alive).toBeUndefined();
    expect(first?.outlook?.returnsIn365).toBeGreaterThan(0);
    expect(first?.outlook?.returnsIn365).toBeLessThan(1);
    expect(first?.rhythm?.basis).toBe('workspace');
    expect(first?.risk.band).toBe('calm');
  });

  test('lapsed customers are at risk or lost, and with a reason', () => {
    const lapsed = today.snapshots.filter(({ stage }) => stage === 'lapsed');
    expect(lapsed.length).toBeGreaterThan(20);
    for (const { risk } of lapsed) {
      expect(['at-risk', 'lost']).toContain(risk.band);
      expect(risk.reasons[0]?.kind).toBe('silent');
    }
  });

  test('a longer silence never makes a customer likelier to be one', () => {
    const describeOn = [TODAY, TODAY + 30, TODAY + 90, TODAY + 400].map((day) => describer(today.model, day));
    for (const history of shop.slice(0, 200)) {
      const alive = describeOn.map((describeAt) => describeAt(history).outlook?.alive?.expected ?? 1);
      expect(alive).toEqual(alive.toSorted((left, right) => right - left));
    }
  });

  test('a prospect has a row too', () => {
    const prospect = describer(today.model, TODAY)({ visitDays: [], totals: [] });
    expect(prospect).toMatchObject({
      stage: 'prospect',
      visits: 0,
      spent: 0,
      outlook: undefined,
      rhythm: undefined,
      risk: { band: 'calm' },
    });
    expect(prospect.usualBasket).toBeUndefined();
  });
});

describe('as of a past day', () => {
  test('nothing after that day leaks in, neither into a row nor into what was learned', () => {
    fc.assert(
      fc.property(fc.integer({ min: TODAY - 260, max: TODAY - 1 }), (day) => {
        const cut = shop.map(({ visitDays, totals }) => {
          const days = Array.from(visitDays).filter((visit) => visit <= day);
          return { visitDays: days, totals: Array.from(totals).slice(0, days.length) };
        });
        expect(describeCustomers(shop, TERMS, day)).toEqual(describeCustomers(cut, TERMS, day));
      }),
      { numRuns: 6 },
    );
  });
});

describe('two passes', () => {
  test('the second may meet a customer whom the first has not seen', () => {
    const reading = new WorkspaceReading(TODAY, TERMS);
    for (const history of shop) reading.add(history);
    const { describe: describeRead, model } = finishReading(reading);
    const late: PurchaseHistory = { visitDays: [19_000, 19_001, 19_777, 19_900], totals: [1, 2, 3, 4] };
    expect(describeRead(late)).toEqual(describer(model, TODAY)(late));
  });

  test('one customer at a time, by the model kept as JSON, reads the same as all at once', () => {
    const kept = JSON.parse(JSON.stringify(today.model)) as WorkspaceModel;
    const describeOne = describer(kept, TODAY);
    for (let at = 0; at < 60; at += 1) expect(describeOne(shop[at] ?? { visitDays: [], totals: [] })).toEqual(snapshotOf(at));
  });

  test('plain arrays and typed ones read the same', () => {
    const [history] = shop;
    if (history === undefined) throw new Error('no customers');
    const typed = { visitDays: Int32Array.from(history.visitDays), totals: Float64Array.from(history.totals) };
    expect(describer(today.model, TODAY)(typed)).toEqual(snapshotOf(0));
  });
});

describe('a shop too young for a model', () => {
  const young = describeCustomers(
    [
      { visitDays: [19_900, 19_930, 19_960], totals: [1000, 1200, 1100] },
      { visitDays: [19_950], totals: [900] },
    ],
    TERMS,
    TODAY,
  );

  test('says why', () => {
    expect(young.model.unfit).toEqual({ code: 'value.too_few_customers', values: { customers: 2, needed: 30 } });
  });

  test('and still knows rhythm, stage and basket', () => {
    expect(snapshotOf(0, young)).toMatchObject({ stage: 'returning', usualBasket: 1100, lastBasket: 1100, outlook: undefined });
    expect(snapshotOf(0, young).rhythm?.medianGap).toBe(30);
    expect(snapshotOf(0, young).risk.valueAtRisk).toBe(0);
  });

  test('with nobody in it nothing breaks', () => {
    expect(describeCustomers([], TERMS, TODAY)).toMatchObject({ snapshots: [], model: { unfit: { code: 'value.too_few_customers' } } });
  });

  test('with purchases but no money it foretells visits and no value', () => {
    const free = describeCustomers(
      shop.map(({ visitDays }) => ({ visitDays, totals: Array.from(visitDays, () => 0) })),
      TERMS,
      TODAY,
    );
    expect(free.model.unfit?.code).toBe('value.no_spend');
    expect(snapshotOf(0, free).outlook?.visitsIn365.expected).toBeGreaterThan(0);
    expect(snapshotOf(0, free).outlook?.value).toBeUndefined();
  });
});

/** Customers of the CDNOW kind who buy five times as often, over the last 270 days. */
function openShop(customers: number): PurchaseHistory[] {
  const random = createRandom('snapshot');
  return Array.from({ length: customers }, () => {
    const first = TODAY - random.whole(0, 270);
    const repeats = simulateRepeatDays(random, (TODAY - first) * 5).map((day) => first + Math.ceil(day / 5));
    const visitDays = [...new Set([first, ...repeats])].filter((day) => day <= TODAY);
    const rate = simulateSpendRate(random);
    return { visitDays, totals: visitDays.map(() => Math.ceil(100 * random.gamma(6.25, rate))) };
  });
}
