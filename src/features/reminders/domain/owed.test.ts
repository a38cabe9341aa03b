import { describe, expect, test } from 'vitest';
import { ofDue, ofFallenBack, ofHandOver, ofSoon, ofTalks, stillStands } from './index.ts';

const at = (text: string) => Temporal.Instant.from(text);
const promise = { id: 'p', customer: 'maria', owner: 'eleni', dueFrom: null, dueAt: at('2026-03-02T15:00:00Z') };

describe('a promise', () => {
  test('is owed before it falls due, by the time that its owner chose', () => {
    expect(ofSoon(promise, 60, at('2026-03-02T14:00:00Z'))?.at.toString()).toBe('2026-03-02T14:00:00Z');
  });

  test('with a window is owed before the window begins', () => {
    const window = { ...promise, dueFrom: at('2026-03-02T12:00:00Z') };
    expect(ofSoon(window, 60, at('2026-03-02T11:00:00Z'))?.at.toString()).toBe('2026-03-02T11:00:00Z');
    expect(ofDue(window).at.toString()).toBe('2026-03-02T15:00:00Z');
  });

  test('whose moment has come is not called near any more, nor is one whose owner wants to hear nothing before', () => {
    expect(ofSoon(promise, 60, promise.dueAt)).toBeNull();
    expect(ofSoon(promise, 0, at('2026-03-02T14:00:00Z'))).toBeNull();
  });

  test('with another moment is another occasion', () => {
    const later = { ...promise, dueAt: at('2026-03-03T15:00:00Z') };
    expect(ofDue(later).occasion).not.toBe(ofDue(promise).occasion);
    expect(ofDue(promise).occasion).toBe(ofDue({ ...promise }).occasion);
  });

  test('handed over is told to whoever is asked, once for each time', () => {
    const handed = { ...promise, to: 'nikos', handedAt: at('2026-03-01T09:00:00Z') };
    expect(ofHandOver(handed)).toMatchObject({ colleague: 'nikos', by: 'eleni', kind: 'handed_to_you' });
    expect(ofHandOver({ ...handed, handedAt: at('2026-03-01T10:00:00Z') }).occasion).not.toBe(ofHandOver(handed).occasion);
  });

  test('declined is told to whoever asked and to the owner, not to whoever declined', () => {
    const declined = { ...promise, event: 'e', how: 'declined', at: at('2026-03-01T09:00:00Z'), by: 'anna' } as const;
    const told = (askedBy: string) => ofFallenBack({ ...declined, askedBy }).map(({ colleague }) => colleague);
    expect(told('eleni')).toEqual(['eleni']);
    expect(told('nikos')).toEqual(['nikos', 'eleni']);
    expect(told('anna')).toEqual(['eleni']);
  });

  test('whose hand-over was taken back is told to the owner, unless they did it', () => {
    const withdrawn = { ...promise, event: 'e', how: 'withdrawn', at: at('2026-03-01T09:00:00Z'), askedBy: 'anna' } as const;
    const told = (by: string) => ofFallenBack({ ...withdrawn, by }).map(({ colleague, kind }) => [colleague, kind]);
    expect(told('nikos')).toEqual([['eleni', 'hand_over_withdrawn']]);
    expect(told('eleni')).toEqual([]);
  });
});

test('the talks of a day are one reminder', () => {
  const day = Temporal.PlainDate.from('2026-03-02');
  const owed = ofTalks({ by: 'eleni', count: 3, customer: null }, day, at('2026-03-02T07:00:00Z'));
  expect(owed).toMatchObject({ colleague: 'eleni', count: 3, customer: null, occasion: '2026-03-02' });
});

describe('a reminder asks nothing any more', () => {
  const open = { isOpen: true, owner: 'eleni', handedTo: null };

  test('once the promise has ended or is another’s', () => {
    expect(stillStands('promise_due', 'eleni', open)).toBe(true);
    expect(stillStands('promise_due', 'eleni', { ...open, isOpen: false })).toBe(false);
    expect(stillStands('promise_soon', 'nikos', open)).toBe(false);
    expect(stillStands('promise_due', 'eleni', undefined)).toBe(false);
  });

  test('once the question was answered, or somebody else was asked after it was declined', () => {
    expect(stillStands('handed_to_you', 'nikos', { ...open, handedTo: 'nikos' })).toBe(true);
    expect(stillStands('handed_to_you', 'nikos', open)).toBe(false);
    expect(stillStands('hand_over_declined', 'eleni', open)).toBe(true);
    expect(stillStands('hand_over_declined', 'eleni', { ...open, handedTo: 'anna' })).toBe(false);
  });
});
