import type { Command as Program } from 'commander';
import { listColleagues } from '#features/access/server/index.ts';
import { readWorkspace, viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import { readDayOption } from '#kit/server/cli/options.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { readReview } from './review.ts';
import { describeReview } from './review-text.ts';
import { readTeam } from './team.ts';
import { describeTeam } from './team-text.ts';
import { reviewAnswer, teamAnswer, todayAnswer } from './today-answer.ts';
import { describeToday } from './today-text.ts';
import { readToday } from './today.ts';

type Options = { asOf?: string; for?: string; team?: true; explain?: true; json?: true };

const widest = 110;

export const todayCommands: readonly Command[] = [
  {
    path: 'today',
    summary: 'Whom to talk to today, why, what to do, and what to have at hand',
    define: (program, context) => {
      program
        .option('--as-of <date>', 'the list of a past day, knowing no more than was known then (2026-11-21)')
        .option('--for <colleague>', "another colleague's list, by name or e-mail; otherwise the owner's")
        .option('--explain', 'show for each why they are where they are')
        .option('--json', 'answer in JSON')
        .action(async (options: Options) => {
          const { found, timeZone } = await read(context, async (tx, services) => {
            const view = await viewOf(tx, services.summary, services.clock(), readDayOption(options.asOf));
            return await readToday(tx, view, await colleagueOf(tx, options.for));
          });
          const text = () => describeToday(found, context.language, timeZone, widthOf(context), options.explain);
          show(context, options.json ? todayAnswer(found) : undefined, text);
        });
    },
  },
  {
    path: 'today review',
    summary: 'What we kept on a day: promises, talks, and who was planned and not reached',
    define: (program, context) => {
      program
        .option('--as-of <date>', 'a past day, knowing no more than was known then (2026-11-21)')
        .option('--for <colleague>', "another colleague's day, by name or e-mail; otherwise the owner's")
        .option('--team', 'of everybody together')
        .option('--json', 'answer in JSON')
        .action(async (_: unknown, command: Program) => {
          const options = command.optsWithGlobals<Options>();
          const { found, timeZone } = await read(context, async (tx, services) => {
            const now = services.clock();
            const view = await viewOf(tx, services.summary, now, readDayOption(options.asOf));
            return await readReview(tx, now, view, options.team ? 'team' : await colleagueOf(tx, options.for));
          });
          const text = () => describeReview(found, context.language, timeZone, widthOf(context));
          show(context, options.json ? reviewAnswer(found) : undefined, text);
        });
    },
  },
  {
    path: 'today team',
    summary: 'What the next two weeks ask of each colleague, and what would be missed',
    define: (program, context) => {
      program.option('--json', 'answer in JSON').action(async (_: unknown, command: Program) => {
        const options = command.optsWithGlobals<Options>();
        const { found, timeZone, currency } = await read(context, async (tx, services) => await readTeam(tx, services.clock(), 50));
        const text = () => describeTeam(found, context.language, { timeZone, currency }, widthOf(context));
        show(context, options.json ? teamAnswer(found) : undefined, text);
      });
    },
  },
];

type Services = Awaited<ReturnType<CommandContext['services']>>;

async function read<Found>(
  context: CommandContext,
  find: (tx: Tx, services: Services) => Promise<Found>,
): Promise<{ found: Found; timeZone: string; currency: string }> {
  const services = await context.services();
  return await services.database.transaction({ workspace: await context.workspace() }, async (tx) => {
    const { timeZone, currency } = await readWorkspace(tx);
    return { found: await find(tx, services), timeZone, currency };
  });
}

function show({ terminal }: CommandContext, answer: unknown, text: () => readonly string[]): void {
  if (answer !== undefined) terminal.printJson(answer);
  else for (const line of text()) terminal.print(line);
}

function widthOf({ terminal }: CommandContext): number {
  return Math.min(terminal.width, widest);
}

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
