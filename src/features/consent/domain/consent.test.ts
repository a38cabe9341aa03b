import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentChannels, consentPurposes, isAllowed, readConsent, standingConsents, type ConsentWord } from './index.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const word = (isGiven: boolean, hours: number, more: Partial<ConsentWord> = {}): ConsentWord => ({
  id: `0${hours}`,
  purpose: 'offers',
  channel: 'email',
  isGiven,
  source: 'form',
  evidence: 'the form in the drawer',
  saidAt: now.subtract({ hours }),
  ...more,
});

describe('what a customer allowed', () => {
  test('counts until they take it back, and again when they allow it again', () => {
    expect(isAllowed([], 'offers', 'email')).toBe(false);
    expect(isAllowed([word(true, 3)], 'offers', 'email')).toBe(true);
    expect(isAllowed([word(false, 2), word(true, 3)], 'offers', 'email')).toBe(false);
    expect(isAllowed([word(true, 3), word(false, 2), word(true, 1)], 'offers', 'email')).toBe(true);
  });

  test('is for that purpose and that way alone', () => {
    expect(isAllowed([word(true, 3)], 'greetings', 'email')).toBe(false);
    expect(isAllowed([word(true, 3)], 'offers', 'call')).toBe(false);
  });

  test('stands whatever the order in which it is read, one word for each purpose and way', () => {
    const words = fc.array(
      fc.record({
        id: fc.uuid(),
        purpose: fc.constantFrom(...consentPurposes),
        channel: fc.constantFrom(...consentChannels),
        isGiven: fc.boolean(),
        source: fc.constant('talk' as const),
        evidence: fc.constant(null),
        saidAt: fc.integer({ min: 0, max: 50 }).map((hours) => now.subtract({ hours })),
      }),
    );
    fc.assert(
      fc.property(words, (all) => {
        const standing = standingConsents(all);
        expect(standingConsents(all.toReversed())).toEqual(standing);
        expect(new Set(standing.map(({ purpose, channel }) => `${purpose} ${channel}`)).size).toBe(standing.length);
        for (const one of standing)
          for (const other of all)
            if (other.purpose === one.purpose && other.channel === one.channel)
              expect(Temporal.Instant.compare(other.saidAt, one.saidAt)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test('a yes needs something that shows it, a no needs nothing, and neither lies in the future', () => {
  const { id: _, ...told } = word(true, 1);
  expect(readConsent(told, now)).toMatchObject({ ok: true });
  expect(readConsent({ ...told, evidence: '  ' }, now)).toMatchObject({ failure: { code: 'consent.without_evidence', field: 'evidence' } });
  expect(readConsent({ ...told, isGiven: false, evidence: undefined }, now)).toMatchObject({ ok: true, value: { evidence: null } });
  expect(readConsent({ ...told, saidAt: now.add({ seconds: 1 }) }, now)).toMatchObject({
    failure: { code: 'consent.in_future', field: 'saidAt' },
  });
});
