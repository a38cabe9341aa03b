import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heaviestFirst, type Reason } from '#features/people/domain/index.ts';
import { attentionOf, reasonsFor, suggestedAction } from './index.ts';

const eleni = 'eleni';
const nikos = 'nikos';
const reason = (cost: number, more: Partial<Reason> = {}): Reason => ({
  kind: 'purchases.silent',
  occasion: '1',
  cost,
  stake: cost,
  factors: [],
  evidence: {},
  action: 'call',
  minutes: 10,
  ...more,
});

describe('what a customer asks of a colleague', () => {
  test('is what waiting costs by all reasons together, and the time of one conversation about them', () => {
    const reasons = [reason(300), reason(4500, { kind: 'purchases.due_again', minutes: 5 })];
    expect(attentionOf(reasons, eleni)).toEqual(new Map([[eleni, { cost: 4800, minutes: 12, promisedAt: null }]]));
  });

  test('goes to whoever gave the word, even where another answers for the customer', () => {
    const evidence = { dueAt: '2026-03-02T15:00:00Z' };
    const word = reason(9000, { kind: 'promises.due', evidence, action: 'keep_promise', minutes: 15, colleague: nikos });
    const asked = attentionOf([reason(300), word], eleni);
    expect(asked.get(eleni)).toEqual({ cost: 300, minutes: 10, promisedAt: null });
    expect(asked.get(nikos)).toEqual({ cost: 9000, minutes: 15, promisedAt: '2026-03-02T15:00:00Z' });
    expect(reasonsFor(nikos, [reason(300), word], eleni)).toEqual([word]);
  });

  test('is nothing without reasons, or with reasons that cost nothing', () => {
    expect(attentionOf([], eleni).size).toBe(0);
    expect(attentionOf([reason(0)], eleni).size).toBe(0);
  });

  test('never costs less with one reason more', () => {
    const costs = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 6 });
    fc.assert(
      fc.property(costs, fc.double({ min: 0, max: 1e9, noNaN: true }), (some, more) => {
        const cost = (all: number[]) =>
          attentionOf(
            all.map((one) => reason(one)),
            eleni,
          ).get(eleni)?.cost ?? 0;
        expect(cost([...some, more])).toBeGreaterThanOrEqual(cost(some));
      }),
    );
  });

  test.each([
    [0.2, 1],
    [7.4, 7],
    [123.4, 123],
    [98_765, 98_800],
    [12_345_678, 12_300_000],
  ])('is told in three digits: %d is %d', (exact, told) => {
    expect(attentionOf([reason(exact)], eleni).get(eleni)?.cost).toBe(told);
  });
});

describe('the suggested action', () => {
  test('is that of the heaviest reason', () => {
    const reasons = heaviestFirst([reason(1, { action: 'call' }), reason(2, { action: 'write' })]);
    expect(suggestedAction(reasons)).toBe('write');
  });

  test('is to keep our word before anything else', () => {
    const reasons = heaviestFirst([reason(5000), reason(2, { action: 'keep_promise' })]);
    expect(suggestedAction(reasons)).toBe('keep_promise');
  });

  test('needs a reason', () => {
    expect(suggestedAction([])).toBeUndefined();
  });
});
