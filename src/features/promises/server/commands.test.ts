import { expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { givePromise, keepPromise, logWithPromises, promises } from './index.ts';

const shop = openShop([people, conversations, promises]);

const { tend } = shop;

async function give(what: string, dueAt: string): Promise<string> {
  const customer = await shop.customer({ name: 'Maria' });
  return await shop.inside((tx) => givePromise(tx, shop.now(), shop.nikos, { customer, what, dueAt: Temporal.Instant.from(dueAt) }));
}

test('open promises are listed with their moment where the business is, overdue ones marked', async () => {
  await give('send the price list', '2026-03-06T15:00:00Z');
  await give('call back', '2026-03-02T09:00:00Z');
  shop.at('2026-03-03T08:00:00Z');
  const lines = (await tend('promises')).split('\n');
  expect(lines[2]).toMatch(/^2 Mar 2026, 11:00 {2}overdue +Maria +call back +Nikos$/);
  expect(lines[3]).toMatch(/^6 Mar 2026, 17:00 +Maria +send the price list +Nikos$/);
});

test('the same is there for programs', async () => {
  await give('call back', '2026-03-02T09:00:00Z');
  const mine = { customer: { name: 'Maria' }, owner: { name: 'Nikos' }, overdue: false, dueAt: '2026-03-02T09:00:00Z' };
  expect(JSON.parse(await tend('promises', '--json'))).toMatchObject({ promises: [{ what: 'call back', ...mine, touchpointId: null }] });
});

test('programs learn in which touchpoint a promise was given', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  const promised = [{ what: 'send it', dueAt: '2026-03-06T17:00' }];
  const { touchpoint } = await shop.inside((tx) =>
    logWithPromises(tx, shop.now(), shop.nikos, maria, { touchpoint: { kind: 'call' }, promises: promised }),
  );
  expect(JSON.parse(await tend('promises', '--json'))).toMatchObject({ promises: [{ what: 'send it', touchpointId: touchpoint }] });
});

test('a list without promises says so', async () => {
  expect(await tend('promises')).toBe('No open promises.');
});

test('a call without an answer yet is logged with the new moment', async () => {
  const id = await give('find the old blend', '2026-03-06T15:00:00Z');
  const told = ['--word', 'The importer answers tomorrow', '--due', '2026-03-09T17:00', '--minutes', '4', '--by', 'nikos@example.com'];
  expect(await tend('promises call-anyway', id, ...told)).toMatch(/9 Mar 2026, 17:00 +Maria +find the old blend +Nikos/);
  await expect(tend('promises call-anyway', id, '--word', 'x', '--due', '2026-03-29T03:30')).rejects.toThrow('promise.due_in_gap');
});

test('a promise is handed over and accepted, each by who they are', async () => {
  const id = await give('find the old blend', '2026-03-06T15:00:00Z');
  const to = ['--to', 'eleni@example.com'];
  expect(await tend('promises hand-over', id, ...to, '--by', 'nikos@example.com')).toBe(
    'find the old blend: Nikos keeps it until Eleni accepts.',
  );
  expect(await tend('promises')).toMatch(/Nikos \(Eleni is asked\)$/);
  await expect(tend('promises accept', id, '--by', 'nikos@example.com')).rejects.toThrow('promise_hand_over.not_allowed');
  expect(JSON.parse(await tend('promises accept', id, '--json'))).toMatchObject({ owner: { name: 'Eleni' }, handedTo: null });
  await expect(tend('promises hand-over', id, '--to', 'nobody@example.com')).rejects.toThrow('promise.colleague_unknown');
});

test('how well the word holds is told by colleague, for people and for programs', async () => {
  const id = await give('find the old blend', '2026-03-02T09:00:00Z');
  await shop.inside((tx) => keepPromise(tx, shop.now(), shop.nikos, id));
  await give('call back', '2026-03-02T10:00:00Z');
  shop.at('2026-03-03T08:00:00Z');
  const printed = await tend('promises reliability');
  expect(printed).toMatch(/Nikos +1 +1 +50% +\d+% – \d+%\nEverybody +1 +1/);
  expect(printed).toMatch(/By stage +Kept[^]*\nProspect +1 +1 +50% +\d+% – \d+%\n\nKey customers and others +Kept[^]*\nAll others +1 +1/);
  expect(JSON.parse(await tend('promises reliability', '--json', '--alone', '--of', 'eleni@example.com'))).toMatchObject({
    workspace: { kept: 1, missed: 1, share: 0.5 },
    team: { share: null },
  });
  await expect(tend('promises reliability', '--month', 'March')).rejects.toThrow('promise.month_unreadable');
});

test('a colleague leaves by e-mail address, and the last owner does not', async () => {
  await give('find the old blend', '2026-03-06T15:00:00Z');
  expect(await tend('leave', '--colleague', 'nikos@example.com', '--to', 'eleni@example.com')).toBe(
    'eleni@example.com has taken over: 0 customers, 1 promise.',
  );
  expect(await tend('promises')).toMatch(/Eleni$/);
  await expect(tend('leave', '--colleague', 'eleni@example.com', '--to', 'eleni@example.com')).rejects.toThrow('access.suspend_self');
});
