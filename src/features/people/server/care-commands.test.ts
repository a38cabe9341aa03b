import { Command as Program } from 'commander';
import { expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import type { CommandContext } from '#kit/server/cli/command.ts';
import { people } from './index.ts';

const shop = openShop([people]);

/** What `tend WORD …` prints. */
async function tend(word: string, ...words: string[]): Promise<string> {
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
  people.commands?.find((command) => command.path === word)?.define(program, context);
  await program.parseAsync(words, { from: 'user' });
  return printed.join('\n');
}

test('the key customers are listed with the day to look at them again, marked where it has come', async () => {
  expect(await tend('key-customers')).toBe('No key customers yet');
  const maria = await shop.customer({ name: 'Maria' });
  await shop.request('eleni', 'put', `/api/customers/${maria}/key`, { reason: 'Sings', reviewOn: '2026-04-01' });
  expect(await tend('key-customers')).toMatch(/Maria +1 Apr 2026 +Sings/);
  shop.at('2026-04-01T08:00:00Z');
  expect(await tend('key-customers')).toMatch(/Maria +1 Apr 2026 ! +Sings/);
  expect(JSON.parse(await tend('key-customers', '--json'))).toMatchObject({
    customers: [{ name: 'Maria', reviewOn: '2026-04-01', isDue: true }],
  });
});

test('a colleague’s customers are handed over by e-mail address, and to nobody who is not there', async () => {
  await shop.customer({ name: 'Maria', ownerId: shop.nikos });
  await expect(tend('hand-over', '--from', 'nikos@example.com', '--to', 'nobody@example.com')).rejects.toThrow('hand_over.to_unknown');
  expect((await tend('hand-over')).split('\n').toSorted()).toEqual([
    'Eleni: Answers for 0 customers, stands in for 0',
    'Nikos: Answers for 1 customer, stands in for 0',
  ]);
  expect(JSON.parse(await tend('hand-over', '--from', 'Nikos@example.com', '--to', 'eleni@example.com', '--json'))).toMatchObject({
    owned: 1,
  });
  expect(await tend('hand-over')).toContain('Eleni: Answers for 1 customer');
});
