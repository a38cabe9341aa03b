import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReferral, layOut, readLink, stepsFrom } from '../index.ts';

const links = (text: string) =>
  text.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('-');
    return { from, to };
  });

test('nobody knows themselves', () => {
  expect(readLink({ from: 'a', to: 'a', kind: 'friend' })).toMatchObject({ ok: false, failure: { code: 'circle.self' } });
});

describe('who sent whom', () => {
  const sent = new Map([
    ['b', 'a'],
    ['c', 'b'],
  ]);
  test.each([
    ['c', 'd', true],
    ['x', 'a', true],
    ['d', 'c', 'circle.already_referred'],
    ['c', 'a', 'circle.referral_loop'],
  ] as const)('%s sent %s: %s', (from, to, expected) => {
    const checked = checkReferral(sent, from, to);
    expect(checked.ok || checked.failure.code).toBe(expected);
  });

  test('ends even where a loop stands already', () => {
    const loop = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(checkReferral(loop, 'a', 'z')).toEqual({ ok: true, value: undefined });
  });

  test('never makes a loop, whatever is said in whatever order', () => {
    const one = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(one, one)), (said) => {
        const referrers = new Map<string, string>();
        for (const [from, to] of said) if (from !== to && checkReferral(referrers, from, to).ok) referrers.set(to, from);
        for (const start of referrers.keys()) {
          let steps = 0;
          for (let at: string | undefined = start; at !== undefined; at = referrers.get(at)) expect(++steps).toBeLessThan(7);
        }
      }),
    );
  });
});

describe('a circle', () => {
  test('is walked by the shortest way and no further than asked', () => {
    expect(Object.fromEntries(stepsFrom('a', links('a-b c-b c-a c-d d-e'), 2))).toEqual({ a: 0, b: 1, c: 1, d: 2 });
  });

  test('is drawn with everybody in a place of their own, inside of the drawing', () => {
    const name = fc.constantFrom(...'abcdefghij');
    fc.assert(
      fc.property(fc.array(fc.record({ from: name, to: name }), { maxLength: 20 }), (given) => {
        const places = layOut('a', given);
        expect(new Set(places.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(places.length);
        for (const { x, y } of places) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1.0001);
        expect(new Set(places.map(({ id }) => id))).toEqual(new Set(stepsFrom('a', given, 2).keys()));
      }),
    );
  });
});
