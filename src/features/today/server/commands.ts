import { listColleagues } from '#features/access/server/index.ts';
import { readWorkspace, viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { readDayOption } from '#kit/server/cli/options.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { toEntryAnswer } from './entry-answer.ts';
import { describeToday } from './today-text.ts';
import { readToday } from './today.ts';

type Options = { asOf?: string; for?: string; json?: true };

export const todayCommand: Command = {
  path: 'today',
  summary: 'Whom to talk to today, why, what to do, and what to have at hand',
  define: (program, context) => {
    program
      .option('--as-of <date>', 'the list of a past day, knowing no more than was known then (2026-11-21)')
      .option('--for <colleague>', "another colleague's list, by name or e-mail; otherwise the owner's")
      .option('--json', 'answer in JSON')
      .action(async (options: Options) => {
        const { database, summary, clock } = await context.services();
        const { list, timeZone } = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
          const view = await viewOf(tx, summary, clock(), readDayOption(options.asOf));
          return { list: await readToday(tx, view, await colleagueOf(tx, options.for)), timeZone: (await readWorkspace(tx)).timeZone };
        });
        if (options.json) {
          const { view, entries, ...rest } = list;
          context.terminal.printJson({ day: view.day.toString(), isPast: view.isPast, ...rest, entries: entries.map(toEntryAnswer) });
        } else {
          for (const line of describeToday(list, context.language, timeZone, Math.min(context.terminal.width, 110)))
            context.terminal.print(line);
        }
      });
  },
};

async function colleagueOf(tx: Tx, wanted: string | undefined): Promise<string> {
  const all = await listColleagues(tx);
  const text = wanted?.trim().toLowerCase();
  const found =
    text === undefined
      ? all.filter((one) => one.role === 'owner')
      : all.filter(
          (one) => one.email.toLowerCase() === text || one.name.toLowerCase() === text || one.name.toLowerCase().startsWith(`${text} `),
        );
  const [first] = found;
  if (!first) throw fail('today.nobody_of_that_name', { name: wanted ?? '', names: all.map((one) => one.name).join(', ') });
  if (text !== undefined && found.length > 1) throw fail('today.several_of_that_name', { names: found.map((one) => one.email).join(', ') });
  return first.id;
}
