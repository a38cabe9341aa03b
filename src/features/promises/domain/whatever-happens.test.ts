import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { err, ok } from '#kit/domain/result.ts';
import {
  after,
  answer,
  askTime,
  end,
  handOver,
  isOverdue,
  outcomeOf,
  reliabilityOf,
  remind,
  reopen,
  standingOf,
  withdraw,
  type PromiseEvent,
  type PromiseStanding,
} from './index.ts';

const monday = Temporal.Instant.from('2026-03-02T08:00:00Z');
const friday = Temporal.Instant.from('2026-03-06T15:00:00Z');
const team = ['eleni', 'anna', 'bo', 'carl'] as const;

const acts = [
  'kept',
  'broken',
  'released',
  'reopen',
  'ask',
  'call',
  'hand over',
  'accept',
  'decline',
  'withdraw',
  'remind',
  'is reminded by Tend',
] as const;
type Step = { wait: number; do: (typeof acts)[number]; by: string; to: string; more: number; toldLate: number };
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.integer({ min: 0, max: 100 }),
  do: fc.constantFrom(...acts),
  by: fc.constantFrom(...team),
  to: fc.constantFrom(...team),
  more: fc.integer({ min: -50, max: 300 }),
  // Without a connection a promise is kept at ten and told at noon.
  toldLate: fc.integer({ min: 0, max: 60 }),
});
const lives = fc.array(step, { maxLength: 25 });

function decide(promise: PromiseStanding, { do: what, by, to, more, toldLate }: Step, now: Temporal.Instant) {
  const actor = { id: by, mayActForColleagues: by === 'eleni' };
  const due = { from: null, at: promise.due.at.add({ hours: more }) };
  switch (what) {
    case 'ask':
      return askTime(promise, 'time_asked', due, by, now);
    case 'call':
      return askTime(promise, 'called_anyway', due, by, now);
    case 'hand over':
      return handOver(promise, actor, to, now);
    case 'accept':
      return answer(promise, 'accepted', by, now);
    case 'decline':
      return answer(promise, 'declined', by, now);
    case 'withdraw':
      return withdraw(promise, actor, now);
    case 'remind':
      return remind(promise, by, now);
    case 'is reminded by Tend':
      return promise.state === 'open' ? ok<PromiseEvent>({ kind: 'reminded', at: now, by: null, to: promise.owner }) : err('ended');
    case 'kept':
      return end(promise, what, by, now.subtract({ hours: toldLate }));
    case 'reopen':
      return reopen(promise, by, now);
    default:
      return end(promise, what, by, now);
  }
}

/** Every standing of a life, with its events: refused steps change nothing. */
function live(steps: readonly Step[]): { standings: PromiseStanding[]; events: PromiseEvent[]; now: Temporal.Instant } {
  const events: PromiseEvent[] = [{ kind: 'given', at: monday, by: 'anna', due: { from: null, at: friday } }];
  const standings = [standingOf(events)];
  let now = monday;
  for (const one of steps) {
    now = now.add({ hours: one.wait });
    const promise = standingOf(events);
    const decision = decide(promise, one, now);
    if (!decision.ok) continue;
    events.push(...[decision.value].flat());
    standings.push(standingOf(events));
  }
  return { standings, events, now };
}

const last = (steps: readonly Step[]) => {
  const { standings, ...rest } = live(steps);
  const promise = standings.at(-1);
  if (!promise) throw new Error('a life has a beginning');
  return { promise, ...rest };
};

describe('whatever colleagues do, in whatever order', () => {
  test('a promise has an owner: who gave it, until somebody was asked and accepted; and it counts for somebody who owned it', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { events } = live(steps);
        const owners = ['anna'];
        for (const [place, event] of events.entries()) {
          if (event.kind === 'accepted') {
            expect(events.slice(0, place).findLast(({ kind }) => kind === 'handed_over')).toMatchObject({ to: event.by });
            owners.push(event.by);
          }
          const promise = standingOf(events.slice(0, place + 1));
          expect(promise.owner).toBe(owners.at(-1));
          expect(owners).toContain(promise.countsFor);
        }
      }),
    );
  });

  test('what is handed over and not accepted still belongs to whom it belonged', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { events } = live(steps);
        for (const [place, event] of events.entries()) {
          if (place === 0 || event.kind === 'accepted') continue;
          expect(standingOf(events.slice(0, place + 1)).owner).toBe(standingOf(events.slice(0, place)).owner);
        }
      }),
    );
  });

  test('nobody is asked to take over what they have, and nobody is asked once it has ended', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { handed, owner, state } of live(steps).standings) {
          if (!handed) continue;
          expect(handed.to).not.toBe(owner);
          expect(state).toBe('open');
        }
      }),
    );
  });

  test('nobody is asked twice for the same moment in a row of colleagues of whom none took it', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { asked } of live(steps).standings) expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  test('a promise is open exactly as long as it has no end, and its moment only ever moves on', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { standings } = live(steps);
        for (const [place, promise] of standings.entries()) {
          expect(promise.state === 'open').toBe(promise.endedAt === null);
          const before = standings[place - 1] ?? promise;
          expect(Temporal.Instant.compare(promise.due.at, before.due.at)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('what was missed stays missed, and only what was never missed is kept', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { standings } = live(steps);
        for (const [place, promise] of standings.entries()) {
          const before = standings[place - 1];
          if (before?.missedAt) expect(promise.missedAt).toEqual(before.missedAt);
          if (promise.state === 'kept') expect(promise.missedAt).toBeNull();
        }
      }),
    );
  });

  test('what was done in time is kept in time, however late that is told and however often Tend or a colleague reminded meanwhile', () => {
    const reminders = fc.array(fc.record({ after: fc.integer({ min: 0, max: 500 }), by: fc.constantFrom(null, 'bo') }), { maxLength: 5 });
    fc.assert(
      fc.property(lives, reminders, (steps, reminded) => {
        const { promise, events, now } = last(steps);
        fc.pre(promise.state === 'open' && promise.missedAt === null && !isOverdue(promise, now));
        const meanwhile = reminded.map(
          ({ after: hours, by }) => ({ kind: 'reminded', at: now.add({ hours }), by, to: promise.owner }) as const,
        );
        const standing = standingOf([...events, ...meanwhile]);
        const told = end(standing, 'kept', 'anna', now);
        expect(told.ok && after(standing, told.value)).toMatchObject({ state: 'kept', endedAt: now });
      }),
    );
  });

  test('a moment that was missed counts for whoever owned the promise then, whoever owns it now', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { events } = live(steps);
        const { missedAt, countsFor } = standingOf(events);
        if (!missedAt) return;
        const until = events.filter(({ at }) => Temporal.Instant.compare(at, missedAt) <= 0);
        expect(countsFor).toBe(standingOf(until).owner);
      }),
    );
  });
});

describe('reliability', () => {
  const hours = (count: number) => monday.add({ hours: count });

  test('is never lowered by more time that is asked for, or told in a call, in time', () => {
    fc.assert(
      fc.property(
        lives,
        fc.constantFrom('time_asked' as const, 'called_anyway' as const),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom('kept' as const, 'nothing' as const),
        fc.integer({ min: 0, max: 500 }),
        fc.nat(50),
        fc.nat(50),
        (steps, kind, more, then, wait, kept, missed) => {
          const { promise, events, now } = last(steps);
          fc.pre(promise.state === 'open' && !isOverdue(promise, now));
          const asking = askTime(promise, kind, { from: null, at: promise.due.at.add({ hours: more }) }, 'anna', now);
          fc.pre(asking.ok);
          const later = now.add({ hours: wait });
          const rate = (lived: readonly PromiseEvent[]) => {
            const ending: readonly PromiseEvent[] = then === 'kept' ? [{ kind: 'kept', at: later, by: 'anna' }] : [];
            const outcome = outcomeOf(standingOf([...lived, ...ending]), later);
            return reliabilityOf({ kept: kept + (outcome === 'kept' ? 1 : 0), missed: missed + (outcome === 'missed' ? 1 : 0) });
          };
          const [without, asked] = [rate(events), rate([...events, asking.value])];
          expect(asked.missed).toBeLessThanOrEqual(without.missed);
          if (then === 'kept') expect(asked.kept).toBeGreaterThanOrEqual(without.kept);
          else expect(asked.kept).toBe(kept);
          expect(asked.share ?? 1).toBeGreaterThanOrEqual(without.share ?? 0);
        },
      ),
    );
  });

  test('counts what was missed, whoever lets us off or takes it over afterwards, and nothing that is still to come', () => {
    const given: PromiseEvent = { kind: 'given', at: monday, by: 'anna', due: { from: null, at: friday } };
    const at = (count: number) => friday.add({ hours: count });
    const outcome = (now: Temporal.Instant, ...events: readonly PromiseEvent[]) => outcomeOf(standingOf([given, ...events]), now);
    expect(outcome(hours(1))).toBeNull();
    expect(outcome(at(1))).toBe('missed');
    expect(outcome(at(5), { kind: 'kept', at: at(-1), by: 'anna' })).toBe('kept');
    expect(outcome(at(5), { kind: 'kept', at: at(1), by: 'anna' })).toBe('missed');
    expect(outcome(hours(1), { kind: 'broken', at: hours(1), by: 'anna' })).toBe('missed');
    expect(outcome(at(5), { kind: 'released', at: at(-1), by: 'anna' })).toBeNull();
    expect(outcome(at(5), { kind: 'released', at: at(1), by: 'anna' })).toBe('missed');
    expect(outcome(at(5), { kind: 'time_asked', at: at(1), by: 'anna', due: { from: null, at: at(100) } })).toBe('missed');
  });
});
