import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctFact, factUses, isSameFact, readFact, sensitivities, usualUses, type FactTold } from '../index.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const read = (told: Partial<FactTold>) => readFact({ kind: 'preference', text: 'Prefers mornings', ...told }, today);
const words = (told: Partial<FactTold>) => {
  const result = read(told);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

describe('a fact', () => {
  test('is, unless somebody says otherwise, ordinary, told by the customer today, and may be used for everything', () => {
    expect(words({})).toEqual({
      kind: 'preference',
      text: 'Prefers mornings',
      source: 'told',
      toldBy: null,
      learnedOn: today,
      sensitivity: 'ordinary',
      uses: [...factUses],
    });
  });

  test('may be used for less, the more delicate it is', () => {
    const counts = sensitivities.map((sensitivity) => usualUses(sensitivity).length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(words({ sensitivity: 'sensitive' }).uses).toEqual(['service']);
    expect(words({ sensitivity: 'sensitive', uses: ['offer', 'service', 'offer'] }).uses).toEqual(['service', 'offer']);
  });

  test.each([
    [{ text: ' \u202e\n ' }, 'fact.text_missing'],
    [{ text: 'x'.repeat(501) }, 'fact.text_too_long'],
    [{ learnedOn: today.add({ days: 1 }) }, 'fact.learned_in_future'],
  ])('%o is refused', (told, code) => {
    expect(read(told)).toMatchObject({ ok: false, failure: { code } });
  });

  test('is the same however it is capitalized and however the sentence ends', () => {
    expect(isSameFact(words({ text: 'Allergic to nuts.' }), words({ text: 'allergic to NUTS' }))).toBe(true);
    expect(isSameFact(words({ text: 'Allergic to nuts' }), words({ text: 'Allergic to nuts', kind: 'constraint' }))).toBe(false);
  });
});

describe('a correction', () => {
  test('leaves what it does not name', () => {
    const before = words({ toldBy: 'her sister', source: 'third_person' });
    expect(correctFact(before, { text: 'Prefers evenings' }, today)).toEqual({ ok: true, value: { ...before, text: 'Prefers evenings' } });
  });

  test('that makes a fact more delicate narrows what it may be used for, and never widens it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sensitivities), fc.constantFrom(...sensitivities), fc.subarray([...factUses]), (from, to, uses) => {
        const before = words({ sensitivity: from, uses });
        const after = correctFact(before, { sensitivity: to }, today);
        if (!after.ok) throw new Error(after.failure.code);
        for (const use of after.value.uses) expect(uses).toContain(use);
        if (sensitivities.indexOf(to) > sensitivities.indexOf(from)) {
          for (const use of after.value.uses) expect(usualUses(to)).toContain(use);
        }
      }),
    );
  });
});
