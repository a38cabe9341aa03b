import { readTimeline } from '#features/conversations/server/index.ts';
import { contactsOf, customerAnswer, findCustomers, listCustomFields, readRolesOf } from '#features/people/server/index.ts';
import { readPromisesTo } from '#features/promises/server/index.ts';
import { basketsAtHand, describeCustomer } from '#features/purchases/server/index.ts';
import { readWorkspace, viewOf } from '#features/workspace/server/index.ts';
import { isUuid } from '#kit/domain/ids.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import { readDayOption } from '#kit/server/cli/options.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { readCard } from './card.ts';
import { findByNumber } from './card-store.ts';
import { customerPageJson } from './customer-json.ts';
import { describeCustomerPage, type CustomerPageRead } from './customer-text.ts';

type Options = { asOf?: string; json?: true };

const namedAtMost = 10;

export const customerCommand: Command = {
  path: 'customer',
  summary: 'One customer: who, how things stand, habits, value and risk with their reasons, what was said and promised',
  define: (program, context) => {
    program
      .argument('<name-or-number...>', 'name in any script, or customer number')
      .option('--as-of <date>', 'how things stood on a past day (2026-11-21)')
      .option('--json', 'answer in JSON')
      .action(async (words: string[], options: Options) => {
        const { page, record, workspace } = await read(context, words.join(' '), readDayOption(options.asOf));
        if (options.json) return context.terminal.printJson({ ...record, ...customerPageJson(page) });
        for (const line of describeCustomerPage(page, context.language, workspace, Math.min(context.terminal.width, 110)))
          context.terminal.print(line);
      });
  },
};

async function read(context: CommandContext, wanted: string, asOf: string | undefined) {
  const { database, summary, clock } = await context.services();
  const now = clock();
  return await database.transaction({ workspace: await context.workspace() }, async (tx) => {
    const id = await identify(tx, wanted);
    const view = await viewOf(tx, summary, now, asOf);
    const [day, pastDay] = [view.day, view.isPast ? view.day : undefined];
    const card = await readCard(tx, view, id);
    const record = await customerAnswer(tx, now, id, pastDay);
    const page: CustomerPageRead = {
      card,
      roles: await readRolesOf(tx, id),
      own: { fields: await listCustomFields(tx), values: record.custom },
      habits: card.customer.contactOnly ? undefined : await describeCustomer(tx, id, day, view.asOfOn),
      basket: (await basketsAtHand(tx, { customers: [id], day })).get(id),
      touchpoints: (await readTimeline(tx, id, { asOf: pastDay, limit: 5 })).touchpoints,
      promises: (await readPromisesTo(tx, now, id, pastDay)).slice(0, 10),
    };
    return { page, record, workspace: await readWorkspace(tx) };
  });
}

async function identify(tx: Tx, wanted: string): Promise<string> {
  if (isUuid(wanted)) return wanted;
  const numbered = await findByNumber(tx, wanted);
  if (numbered !== undefined) return numbered;
  const found = await findCustomers(tx, wanted, namedAtMost + 1);
  const [only] = found;
  if (only === undefined) throw fail('customers.nobody_of_that_name', { name: wanted });
  if (found.length === 1) return only;
  const names = [...(await contactsOf(tx, found.slice(0, namedAtMost))).values()].map((one) => one.name);
  throw fail('customers.several_of_that_name', {
    name: wanted,
    names: names.join(', '),
    isMore: found.length > namedAtMost ? 'yes' : 'no',
  });
}
