import { Command as Program } from 'commander';
import { expect, test } from 'vitest';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import type { CommandContext } from '#kit/server/cli/command.ts';
import { givePromise, promises } from './index.ts';

const shop = openShop([people, promises]);

/** What `tend promises …` prints. */
async function tend(...words: string[]): Promise<string> {
  const printed: string[] = [];
  const context: CommandContext = {
    services: async () => shop.services,
    workspace: async () => shop.workspace,
    terminal: {
      print: (text) => printed.push(text),
      printJson: (value) => printed.push(JSON.stringify(value)),
      progress: () => {},
      progressDone: () => {},
      readAll: async () => '',
      width: 100,
    },
    language: 'en',
    signal: new AbortController().signal,
  };
  const program = new Program();
  promises.commands?.find((command) => command.path === 'promises')?.define(program, context);
  await program.parseAsync(words, { from: 'user' });
  return printed.join('\n');
}

async function give(what: string, dueAt: string): Promise<void> {
  const customer = await shop.customer({ name: 'Maria' });
  await shop.inside((tx) => givePromise(tx, shop.now(), shop.nikos, { customer, what, dueAt: Temporal.Instant.from(dueAt) }));
}

test('open promises are listed with their moment where the business is, overdue ones marked', async () => {
  await give('send the price list', '2026-03-06T15:00:00Z');
  await give('call back', '2026-03-02T09:00:00Z');
  shop.at('2026-03-03T08:00:00Z');
  const lines = (await tend()).split('\n');
  expect(lines[2]).toMatch(/^2 Mar 2026, 11:00 {2}overdue +Maria +call back +Nikos$/);
  expect(lines[3]).toMatch(/^6 Mar 2026, 17:00 +Maria +send the price list +Nikos$/);
});

test('the same is there for programs', async () => {
  await give('call back', '2026-03-02T09:00:00Z');
  expect(JSON.parse(await tend('--json'))).toMatchObject({
    promises: [{ what: 'call back', customer: { name: 'Maria' }, owner: { name: 'Nikos' }, overdue: false, dueAt: '2026-03-02T09:00:00Z' }],
  });
});

test('a list without promises says so', async () => {
  expect(await tend()).toBe('No open promises.');
});
