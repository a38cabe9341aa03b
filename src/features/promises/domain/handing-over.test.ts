import { describe, expect, test } from 'vitest';
import { after, answer, assign, end, handOver, handOverWaiting, remind, standingOf, withdraw, type PromiseStanding } from './index.ts';

const monday = Temporal.Instant.from('2026-03-02T08:00:00Z');
const friday = Temporal.Instant.from('2026-03-06T15:00:00Z');
const hours = (count: number) => monday.add({ hours: count });
const actor = (id: string) => ({ id, mayActForColleagues: id === 'eleni' });
const given = standingOf([{ kind: 'given', at: monday, by: 'anna', due: { from: null, at: friday } }]);

type Decision = ReturnType<typeof handOver> | ReturnType<typeof end>;

/** What a promise is after each decision, or the code of the first that is refused. */
function lived(...decisions: readonly ((promise: PromiseStanding) => Decision)[]): PromiseStanding | string {
  let promise = given;
  for (const decide of decisions) {
    const decision = decide(promise);
    if (!decision.ok) return decision.failure.code;
    for (const event of [decision.value].flat()) promise = after(promise, event);
  }
  return promise;
}

const asks =
  (by: string, to: string, at = hours(1)) =>
  (promise: PromiseStanding) =>
    handOver(promise, actor(by), to, at);
const accepts =
  (by: string, at = hours(2)) =>
  (promise: PromiseStanding) =>
    answer(promise, 'accepted', by, at);
const declines = (by: string) => (promise: PromiseStanding) => answer(promise, 'declined', by, hours(2));
const withdraws = (by: string) => (promise: PromiseStanding) => withdraw(promise, actor(by), hours(2));
const keeps =
  (by: string, at = hours(3)) =>
  (promise: PromiseStanding) =>
    end(promise, 'kept', by, at);

describe('a promise handed over', () => {
  test('still belongs to the giver until it is accepted', () => {
    expect(lived(asks('anna', 'bo'))).toMatchObject({ owner: 'anna', countsFor: 'anna', handed: { to: 'bo', by: 'anna' } });
    expect(lived(asks('anna', 'bo'), accepts('bo'))).toMatchObject({ owner: 'bo', countsFor: 'bo', handed: null });
  });

  test('and declined or withdrawn is the giver’s as before', () => {
    expect(lived(asks('anna', 'bo'), declines('bo'))).toMatchObject({ owner: 'anna', handed: null });
    expect(lived(asks('anna', 'bo'), withdraws('anna'))).toMatchObject({ owner: 'anna', handed: null });
  });

  test('can be handed back once it was accepted, and passed on while it was not', () => {
    expect(lived(asks('anna', 'bo'), accepts('bo'), asks('bo', 'anna'), accepts('anna'))).toMatchObject({ owner: 'anna' });
    expect(lived(asks('anna', 'bo'), asks('bo', 'carl'), accepts('carl'))).toMatchObject({ owner: 'carl' });
  });

  test('counts for whoever owned it when it was missed', () => {
    const late = friday.add({ hours: 1 });
    expect(lived(asks('anna', 'bo'), accepts('bo', late), keeps('bo', late))).toMatchObject({
      owner: 'bo',
      countsFor: 'anna',
      state: 'kept_late',
    });
    expect(lived(asks('anna', 'bo'), accepts('bo'), keeps('anna'))).toMatchObject({ countsFor: 'bo', state: 'kept' });
  });

  test('is given to another without asking by the owner of the workspace alone', () => {
    expect(lived(asks('eleni', 'eleni'))).toMatchObject({ owner: 'eleni', handed: null });
    expect(lived(asks('carl', 'carl'))).toBe('promise_hand_over.to_self');
    const taken = assign(standing(lived(asks('anna', 'bo'))), 'eleni', 'carl', hours(2));
    expect(taken.map(({ kind }) => kind)).toEqual(['withdrawn', 'handed_over', 'accepted']);
  });
});

describe('handing over is refused', () => {
  test.each([
    ['to oneself', [asks('anna', 'anna')], 'promise_hand_over.to_self'],
    ['to whom it belongs', [asks('eleni', 'anna')], 'promise_hand_over.to_owner'],
    ['by whoever has nothing to do with it', [asks('carl', 'bo')], 'promise_hand_over.not_allowed'],
    ['while another is asked', [asks('anna', 'bo'), asks('anna', 'carl')], 'promise_hand_over.already_waiting'],
    ['back to its owner by whoever was asked', [asks('anna', 'bo'), asks('bo', 'anna')], 'promise_hand_over.circle'],
    ['to one who has just declined', [asks('anna', 'bo'), declines('bo'), asks('anna', 'bo')], 'promise_hand_over.circle'],
    [
      'to one who passed it on and to whom it would come back',
      [asks('anna', 'bo'), asks('bo', 'carl'), asks('carl', 'bo')],
      'promise_hand_over.circle',
    ],
    ['when it has ended', [keeps('anna'), asks('anna', 'bo')], 'promise.already_kept'],
  ] as const)('%s', (_, decisions, code) => {
    expect(lived(...decisions)).toBe(code);
  });

  test('but not to one who had no time to answer, nor to one who declined another moment', () => {
    expect(lived(asks('anna', 'bo'), withdraws('anna'), asks('anna', 'bo'))).toMatchObject({ handed: { to: 'bo' } });
    const declined = standing(lived(asks('anna', 'bo'), declines('bo')));
    const later = after(declined, { kind: 'time_asked', at: hours(3), by: 'anna', due: { from: null, at: friday.add({ hours: 24 }) } });
    expect(handOver(later, actor('anna'), 'bo', hours(4)).ok).toBe(true);
  });
});

test.each([
  ['who accepts what was withdrawn', [asks('anna', 'bo'), withdraws('anna'), accepts('bo')], 'promise_hand_over.already_withdrawn'],
  ['who withdraws what was accepted', [asks('anna', 'bo'), accepts('bo'), withdraws('anna')], 'promise_hand_over.already_accepted'],
  ['who withdraws what was declined', [asks('anna', 'bo'), declines('bo'), withdraws('anna')], 'promise_hand_over.already_declined'],
  ['who accepts twice', [asks('anna', 'bo'), accepts('bo'), accepts('bo')], 'promise_hand_over.already_accepted'],
  ['who accepts what they passed on', [asks('anna', 'bo'), asks('bo', 'carl'), accepts('bo')], 'promise_hand_over.already_passed_on'],
  ['who accepts what another is asked', [asks('anna', 'bo'), accepts('carl')], 'promise_hand_over.not_allowed'],
  ['who accepts what nobody was asked', [accepts('bo')], 'promise_hand_over.none'],
  ['who accepts what has been kept meanwhile', [asks('anna', 'bo'), keeps('anna'), accepts('bo')], 'promise.already_kept'],
  ['a stranger who withdraws', [asks('anna', 'bo'), withdraws('carl')], 'promise_hand_over.not_allowed'],
] as const)('%s is told how it stands', (_, decisions, code) => {
  expect(lived(...decisions)).toBe(code);
});

describe('a reminder', () => {
  test('goes to whoever has to act', () => {
    expect(remind(given, 'eleni', hours(1))).toMatchObject({ value: { kind: 'reminded', to: 'anna', by: 'eleni' } });
    expect(remind(standing(lived(asks('anna', 'bo'))), 'anna', hours(2))).toMatchObject({ value: { to: 'bo' } });
    expect(remind(given, 'anna', hours(1))).toMatchObject({ failure: { code: 'promise.reminder_to_self' } });
  });

  test('is not given twice on one day, except to somebody else', () => {
    const reminded = after(given, { kind: 'reminded', at: hours(1), by: 'eleni', to: 'anna' });
    expect(remind(reminded, 'eleni', hours(20))).toMatchObject({ failure: { code: 'promise.already_reminded' } });
    expect(remind(reminded, 'eleni', hours(21)).ok).toBe(true);
  });
});

test('an unanswered hand-over is a reason for whoever is asked at once, and for whoever asked from the next day on', () => {
  const handed = {
    id: '1',
    what: 'call back',
    dueAt: friday,
    owner: 'anna',
    ownerName: 'Anna',
    to: 'bo',
    toName: 'Bo',
    handedAt: Temporal.Instant.from('2026-03-02T21:30:00Z'),
  };
  const on = (day: string) =>
    handOverWaiting(handed, Temporal.PlainDate.from(day), 'Europe/Athens', 1000).map(({ kind, colleague, cost }) => [
      kind,
      colleague,
      cost,
    ]);
  expect(on('2026-03-01')).toEqual([]);
  expect(on('2026-03-02')).toEqual([['promises.handed_to_you', 'bo', 30]]);
  expect(on('2026-03-04')).toEqual([
    ['promises.handed_to_you', 'bo', 50],
    ['promises.hand_over_unanswered', 'anna', 25],
  ]);
});

function standing(promise: PromiseStanding | string): PromiseStanding {
  if (typeof promise === 'string') throw new Error(promise);
  return promise;
}
