import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '#kit/domain/result.ts';
import { listDuties, missedDuties, roundsBetween, runDuty, type Duty } from './duties.ts';
import { bareServices, useTestDatabase } from './testing/index.ts';

const database = useTestDatabase();
let now = Temporal.Instant.from('2026-03-02T08:00:05Z');
const services = bareServices({ database, clock: () => now });

beforeEach(() => {
  now = Temporal.Instant.from('2026-03-02T08:00:05Z');
});

const later = (minutes: number) => {
  now = now.add({ minutes });
};
const duty = (every: string, run: Duty['run'] = async () => {}): Duty => ({ name: 'test.duty', every, run });
const standing = async () => (await database.transaction({}, listDuties)).find(({ name }) => name === 'test.duty');

describe('rounds between two moments', () => {
  const between = (every: string, from: string, until: string) =>
    roundsBetween(every, Temporal.Instant.from(from), Temporal.Instant.from(until));

  test('are those that the clock would have brought, without the two moments themselves', () => {
    expect(between('* * * * *', '2026-03-02T08:00:05Z', '2026-03-02T08:01:02Z')).toBe(0);
    expect(between('* * * * *', '2026-03-02T08:00:05Z', '2026-03-02T08:10:02Z')).toBe(9);
    expect(between('*/10 * * * *', '2026-03-02T08:00:05Z', '2026-03-02T09:05:00Z')).toBe(6);
    expect(between('40 1 * * *', '2026-03-01T01:40:00Z', '2026-03-08T12:00:00Z')).toBe(7);
    expect(between('0 0 * * 0', '2026-03-02T00:00:00Z', '2026-03-16T00:00:00Z')).toBe(2);
  });
});

describe('a duty', () => {
  test('tells when it last ran, and when it last ran well', async () => {
    await runDuty(services, duty('* * * * *'));
    const good = now;
    later(1);
    await runDuty(
      services,
      duty('* * * * *', async () => {
        throw fail('promise.not_found');
      }),
    );
    expect(await standing()).toMatchObject({ beganAt: now, goodAt: good, failedAt: now, failure: 'promise.not_found', caughtUp: 0 });
    later(1);
    await runDuty(services, duty('* * * * *'));
    expect(await standing()).toMatchObject({ goodAt: now, failure: null });
  });

  test('says nothing of what it worked on when it fails', async () => {
    await runDuty(
      services,
      duty('* * * * *', async () => {
        throw new Error('Maria Georgiou cannot be reached');
      }),
    );
    expect((await standing())?.failure).toBe('Error');
  });

  test('that never ran or fell out is due at the next start, once, with how long it was missed', async () => {
    expect(await missedDuties(services, [duty('*/10 * * * *')])).toEqual(['test.duty']);
    await runDuty(services, duty('*/10 * * * *'));
    const stopped = now;
    later(5);
    expect(await missedDuties(services, [duty('*/10 * * * *')])).toEqual([]);
    later(60);
    expect(await missedDuties(services, [duty('*/10 * * * *')])).toEqual(['test.duty']);
    await runDuty(services, duty('*/10 * * * *'));
    expect(await standing()).toMatchObject({ caughtUp: 6, missedFrom: stopped, missedUntil: now });
    expect(await missedDuties(services, [duty('*/10 * * * *')])).toEqual([]);
  });

  test('that broke off because the server stopped has not failed, and is taken up at the next start', async () => {
    const stopping = new AbortController();
    const long = duty('40 1 * * *', async (_, signal) => {
      stopping.abort(new Error('the server is stopping'));
      signal.throwIfAborted();
    });
    expect(await runDuty(services, long, stopping.signal)).toBe(false);
    expect(await standing()).toMatchObject({ beganAt: now, goodAt: null, failedAt: null, failure: null });
    later(1);
    expect(await missedDuties(services, [long])).toEqual(['test.duty']);
    await runDuty(
      services,
      duty('40 1 * * *', async () => {
        throw fail('promise.not_found');
      }),
    );
    expect(await missedDuties(services, [long])).toEqual([]);
  });
});
