import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reordered } from './reordered.ts';

const plan = (chosen: string, byCost: string) => [
  ...[...chosen].map((id) => ({ customer: { id }, because: 'chosen' })),
  ...[...byCost].map((id) => ({ customer: { id }, because: 'cost' })),
];
const first = (chosen: string, byCost: string, customer: string, to: number) => reordered(plan(chosen, byCost), customer, to).join('');

test('whoever is put at the head comes first, and nobody else is moved', () => {
  expect(first('', 'abcd', 'c', 0)).toBe('c');
  expect(first('ab', 'cd', 'd', 0)).toBe('dab');
});

test('whoever is put further down takes those above along', () => {
  expect(first('', 'abcd', 'a', 2)).toBe('bca');
  expect(first('ab', 'cd', 'a', 1)).toBe('ba');
});

test('whoever waited comes in', () => {
  expect(first('', 'ab', 'z', 0)).toBe('z');
  expect(first('a', 'bc', 'z', 99)).toBe('abcz');
});

test('what follows those who come first stands as it stood', () => {
  const places = fc.record({ chosen: fc.nat(4), byCost: fc.nat(4), who: fc.nat(8), to: fc.nat(9) });
  fc.assert(
    fc.property(places, ({ chosen, byCost, who, to }) => {
      const ids = Array.from({ length: chosen + byCost }, (_, index) => String.fromCodePoint(97 + index));
      const all = plan(ids.slice(0, chosen).join(''), ids.slice(chosen).join(''));
      const customer = ids[who % Math.max(1, ids.length)] ?? 'z';
      const before = reordered(all, customer, to);
      const after = ids.filter((id) => !before.includes(id));
      const whole = [...before, ...after];
      expect(whole.indexOf(customer)).toBe(Math.min(to, whole.length - 1));
      expect(whole.filter((id) => id !== customer)).toEqual(ids.filter((id) => id !== customer));
      expect(ids.slice(0, chosen).every((id) => before.includes(id))).toBe(true);
    }),
  );
});
