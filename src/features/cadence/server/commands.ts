import type { Command as Program } from 'commander';
import { listColleagues } from '#features/access/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { readDayOption } from '#kit/server/cli/options.ts';
import { table } from '#kit/server/cli/text.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { floorTerms } from '../domain/index.ts';
import { readLoad, type ColleagueLoad } from './load.ts';
import { readCadence, readPlanned } from './readings.ts';

const atOnce = 200;

const due: Command = {
  path: 'cadence',
  summary: 'Whom each colleague is to talk to by routine or floor, up to a day',
  define: (program, context) => {
    program
      .option('--until <date>', 'up to this day (2026-11-21); today where it is left out')
      .option('--json', 'answer in JSON')
      .action(async (options: { until?: string; json?: true }) => {
        const { found: contacts, formats } = await inWorkspace(context, async (tx, day) => {
          const until = Temporal.PlainDate.from(readDayOption(options.until) ?? day);
          const found = [];
          for (const { id } of await listColleagues(tx)) {
            let after: string | undefined;
            do {
              context.signal.throwIfAborted();
              const page = await readPlanned(tx, { by: id, until, after, limit: atOnce });
              found.push(...page.contacts);
              after = page.next ?? undefined;
            } while (after !== undefined);
          }
          return found;
        });
        if (options.json) return context.terminal.printJson({ contacts });
        const { language, terminal } = context;
        if (contacts.length === 0) return terminal.print(translate(language, 'cadence.command.none'));
        const headings = ['on', 'colleague', 'customer', 'channel', 'what_for'].map((one) => translate(language, `cadence.command.${one}`));
        const rows = contacts.map(({ on, by, customer, channel, purpose }) => [
          formats.day(on),
          by.name,
          customer.name,
          translate(language, `conversations.kind.${channel}`),
          purpose ?? translate(language, 'cadence.command.floor'),
        ]);
        for (const line of table(headings, rows)) terminal.print(line);
      });
  },
};

const plan: Command = {
  path: 'cadence plan',
  summary: 'What the coming weeks ask of each colleague, in minutes a day, before and after levelling',
  define: (program, context) => {
    program
      .option('--weeks <number>', 'how many weeks', '6')
      .option('--json', 'answer in JSON')
      .action(async (_, command: Program) => {
        // What both commands call alike, the one above takes.
        const options = command.optsWithGlobals<{ weeks: string; json?: true }>();
        const weeks = Number(options.weeks);
        if (!Number.isInteger(weeks) || weeks < 1 || weeks > 26) throw fail('cadence.weeks_out_of_range', { most: 26 });
        const { found: load, formats } = await inWorkspace(context, (tx, day) => readLoad(tx, day, weeks));
        if (options.json) return context.terminal.printJson({ colleagues: load });
        for (const line of load.flatMap((one) => [...linesOf(one, context.language, formats), ''])) context.terminal.print(line);
      });
  },
};

const routines: Command = {
  path: 'cadence routines',
  summary: 'The floor and the routines, with how many customers follow each',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (_, command: Program) => {
      const options = command.optsWithGlobals<{ json?: true }>();
      const { found: known, formats } = await inWorkspace(context, (tx) => readCadence(tx));
      if (options.json) return context.terminal.printJson(known);
      const { language, terminal } = context;
      const say = (key: string, values?: Record<string, string | number>) => translate(language, `cadence.command.${key}`, values);
      const rows = known.routines.map(({ target, everyDays, latestDays, channel, purpose, customers }) => [
        translate(language, `cadence.target.${target.kind}`, { name: target.name ?? '', stage: target.stage ?? '' }),
        formats.number(everyDays),
        formats.number(latestDays),
        translate(language, `conversations.kind.${channel}`),
        purpose,
        formats.number(customers),
      ]);
      const { floorDays, byFloor } = known;
      const floor = [
        say('floor'),
        formats.number(floorTerms({ floorDays }).everyDays),
        formats.number(floorDays),
        '',
        '',
        formats.number(byFloor),
      ];
      const headings = ['whom', 'every', 'latest', 'channel', 'what_for', 'customers'].map((one) => say(one));
      for (const line of table(headings, [...rows, floor], new Set([1, 2, 5]))) terminal.print(line);
    });
  },
};

export const cadenceCommands: readonly Command[] = [due, plan, routines];

async function inWorkspace<T>(
  context: CommandContext,
  read: (tx: Tx, day: Temporal.PlainDate) => Promise<T>,
): Promise<{ found: T; formats: Formats }> {
  const { database, clock } = await context.services();
  return await database.transaction({ workspace: await context.workspace() }, async (tx) => {
    const workspace = await readWorkspace(tx);
    return { found: await read(tx, todayOf(workspace, clock())), formats: formatsOf(context.language, workspace) };
  });
}

/** A bar a day, side by side as it would fall due and as it is planned. */
function linesOf({ name, minutesADay, days }: ColleagueLoad, language: Language, formats: Formats): string[] {
  const workdays = days.filter(({ works, before, after }) => works || before > 0 || after > 0);
  const most = Math.max(minutesADay, ...workdays.map(({ before, after }) => Math.max(before, after)), 1);
  const bar = (minutes: number) => '█'.repeat(Math.ceil((minutes / most) * 20)).padEnd(20);
  const headings = ['on', 'before', 'after'].map((one) => translate(language, `cadence.command.${one}`));
  const rows = workdays.map(({ on, before, after }) => [
    formats.day(on),
    `${bar(before)} ${formats.number(before)}`,
    `${bar(after)} ${formats.number(after)}`,
  ]);
  return [translate(language, 'cadence.command.minutes_of', { name, minutes: minutesADay }), ...table(headings, rows)];
}
