import { listColleagues } from '#features/access/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { keyCustomersAnswer } from './answers.ts';
import { ownerOfNewCustomers } from './ensure-customers.ts';
import { handOverCustomers, readCare } from './hand-over.ts';

export const keyCustomersCommand: Command = {
  path: 'key-customers',
  summary: 'The most important customers with the reasons why, those due for review first at the top',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const { database, clock } = await context.services();
      const { listed, workspace } = await database.transaction({ workspace: await context.workspace() }, async (tx) => ({
        listed: await keyCustomersAnswer(tx, clock()),
        workspace: await readWorkspace(tx),
      }));
      if (options.json) return context.terminal.printJson({ customers: listed });
      const say = (key: string) => translate(context.language, key);
      if (listed.length === 0) return context.terminal.print(say('people.keys.none'));
      const formats = formatsOf(context.language, workspace);
      const headings = ['people.name', 'people.key.review_on', 'people.key.why'].map(say);
      const rows = listed.map(({ name, reviewOn: on, isDue, reason }) => [name, `${formats.day(on)}${isDue ? ' !' : ''}`, reason]);
      for (const line of table(headings, rows, new Set())) context.terminal.print(line);
    });
  },
};

export const handOverCommand: Command = {
  path: 'hand-over',
  summary: 'Hand every customer whom one colleague answers for, or stands in for, to another; without options, who answers for how many',
  define: (program, context) => {
    program
      .option('--from <email>', 'who gives them up')
      .option('--to <email>', 'who takes them')
      .option('--json', 'answer in JSON')
      .action(async ({ from, to, json }: { from?: string; to?: string; json?: true }) => {
        const { database, clock } = await context.services();
        const { handed, care } = await database.transaction({ workspace: await context.workspace() }, async (tx) => ({
          handed: from === undefined && to === undefined ? undefined : await handOverBetween(tx, clock(), from, to),
          care: await readCare(tx),
        }));
        if (json) return context.terminal.printJson({ ...handed, colleagues: care });
        for (const { name, owned, deputized } of care) {
          context.terminal.print(`${name}: ${translate(context.language, 'people.care.counts', { owned, deputized })}`);
        }
      });
  },
};

async function handOverBetween(tx: Tx, now: Temporal.Instant, from: string | undefined, to: string | undefined) {
  const colleagues = await listColleagues(tx);
  const idOf = (email: string | undefined) => colleagues.find((one) => one.email === email?.trim().toLowerCase())?.id;
  const [giver, taker] = [idOf(from), idOf(to)];
  if (giver === undefined) throw fail('hand_over.from_unknown');
  if (taker === undefined) throw fail('hand_over.to_unknown');
  return await handOverCustomers(tx, now, await ownerOfNewCustomers(tx), { from: giver, to: taker });
}
