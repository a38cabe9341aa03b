import { readWorkspace, viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { readDayOption } from '#kit/server/cli/options.ts';
import { table } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import type { Language } from '#kit/domain/languages.ts';
import { riskBands, stages } from '../domain/index.ts';
import { toRowAnswer } from './answers.ts';
import { readCustomers, type ListedCustomer } from './list.ts';

type Options = { sort: string; stage?: string; risk?: string; name?: string; limit: string; asOf?: string; where?: string; json?: true };

export const customersCommand: Command = {
  path: 'customers',
  summary: 'Customers with stage, risk, value, and when they last bought and heard from us',
  define: (program, context) => {
    program
      .option(
        '--sort <column>',
        'name, value, risk, last_purchase, next_due, last_contact or field_ID; downward with a minus (--sort=-value)',
        'name',
      )
      .option('--stage <stages>', 'only these, separated by commas: prospect, first-time, returning, lapsed')
      .option('--risk <bands>', 'only these, separated by commas: calm, watch, at-risk, lost')
      .option('--name <text>', 'only those with this name or number, in any script')
      .option('--limit <number>', 'how many at most', '50')
      .option('--as-of <date>', 'how things stood on a past day (2026-11-21)')
      .option('--where <conditions>', 'more conditions, all of which have to hold: value.atLeast=100000;last_contact.until=-60d')
      .option('--json', 'answer in JSON')
      .action(async (options: Options) => {
        const { database, summary, clock } = await context.services();
        const wanted = {
          sort: options.sort,
          name: options.name,
          where: options.where,
          stages: oneOf(options.stage, stages),
          risks: oneOf(options.risk, riskBands),
        };
        const most = readLimit(options.limit);
        const { found, isMore, workspace } = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
          const { day, asOfOn } = await viewOf(tx, summary, clock(), readDayOption(options.asOf));
          const rows: ListedCustomer[] = [];
          let after: string | undefined;
          do {
            context.signal.throwIfAborted();
            const page = await readCustomers(tx, {
              ...wanted,
              day,
              asOfOn,
              after,
              page: 'first',
              limit: Math.min(200, most - rows.length),
            });
            rows.push(...page.customers);
            after = page.next ?? undefined;
          } while (after !== undefined && rows.length < most);
          return { found: rows, isMore: after !== undefined, workspace: await readWorkspace(tx) };
        });
        if (options.json) return context.terminal.printJson({ customers: found.map(toRowAnswer), isMore });
        const lines = linesOf(found, context.language, formatsOf(context.language, workspace));
        for (const line of lines) context.terminal.print(line);
        if (isMore) context.terminal.print(`\n${translate(context.language, 'customers.command.more', { count: found.length })}`);
      });
  },
};

function oneOf<const Name extends string>(text: string | undefined, names: readonly Name[]): readonly Name[] | undefined {
  return text?.split(',').map((wanted) => {
    const name = names.find((one) => one === wanted.trim());
    if (name === undefined) throw fail('command.unusable_choice', { choice: wanted.trim(), choices: names.join(', ') });
    return name;
  });
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw fail('command.unusable_number', { number: text });
  return limit;
}

function linesOf(found: readonly ListedCustomer[], language: Language, formats: Formats): string[] {
  const say = (key: string) => translate(language, key);
  if (found.length === 0) return [say('customers.empty.filtered')];
  const headings = ['name', 'stage', 'risk', 'value', 'last_purchase', 'next_due', 'last_contact', 'owner'].map((column) =>
    say(`customers.column.${column}`),
  );
  const rows = found.map((row) => [
    `${row.isKey ? '★ ' : ''}${row.name}`,
    say(`customers.stage.${row.stage}`),
    say(`customers.risk.${row.risk}`),
    row.valueMinor === 0 ? '–' : formats.wholeMoney(row.valueMinor),
    row.lastPurchaseOn === null ? '–' : formats.day(row.lastPurchaseOn),
    row.nextDueOn === null ? '–' : formats.day(row.nextDueOn),
    row.lastContactAt === null ? '–' : formats.dayOf(row.lastContactAt),
    row.owner.name,
  ]);
  return table(headings, rows, new Set([3]));
}
