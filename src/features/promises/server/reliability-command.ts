import type { Command as Program } from 'commander';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import type { Reliability } from '../domain/index.ts';
import { reliabilityAnswer } from './answers.ts';
import { colleagueNamed } from './command-colleague.ts';
import { readReliability, type ReliabilityRead } from './reliability.ts';

type Options = { month?: string; alone?: true; of?: string; json?: true };

export const reliabilityCommand: Command = {
  path: 'promises reliability',
  summary: 'How many promises were kept by the moment in force, of whom, and how sure that is',
  define: (program, context) => {
    program
      .option('--month <month>', 'the last of the twelve months (2026-11); this one, unless told')
      .option('--alone', 'only the figures of that month')
      .option('--of <emails>', 'some colleagues together, separated by commas')
      .option('--json', 'answer in JSON')
      // Beneath another command that knows `--json` it is heard there.
      .action(async (_: unknown, command: Program) => {
        const options = command.optsWithGlobals<Options>();
        if (options.month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(options.month))
          throw fail('promise.month_unreadable', { month: options.month });
        const { database, clock } = await context.services();
        const { read, workspace } = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
          const of: string[] = [];
          for (const email of options.of?.split(',') ?? []) of.push(await colleagueNamed(tx, email));
          const asked = {
            month: options.month,
            span: options.alone ? ('month' as const) : ('year' as const),
            of: of.length > 0 ? of : undefined,
          };
          return { read: await readReliability(tx, clock(), asked), workspace: await readWorkspace(tx) };
        });
        if (options.json) return context.terminal.printJson(reliabilityAnswer(read));
        for (const line of linesOf(read, context.language, formatsOf(context.language, workspace))) context.terminal.print(line);
      });
  },
};

function linesOf(read: ReliabilityRead, language: Language, formats: Formats): string[] {
  const say = (key: string) => translate(language, `promises.command.${key}`);
  const figures = ({ kept, missed, share, low, high }: Reliability) => [
    String(kept),
    String(missed),
    share === null ? '–' : formats.percent(share),
    share === null ? '' : `${formats.percent(low)} – ${formats.percent(high)}`,
  ];
  const rows = [
    ...read.colleagues.map(({ colleague, reliability }) => [colleague.name, ...figures(reliability)]),
    [say('everybody'), ...figures(read.workspace)],
  ];
  const kindName = ({ by, kind }: ReliabilityRead['kinds'][number]) =>
    translate(language, by === 'stage' ? `customers.stage.${kind}` : `promises.reliability.${by}.${kind}`);
  const isFigure = new Set([1, 2, 3, 4]);
  const headed = (first: string, lines: string[][]) => table([first, ...['kept', 'missed', 'share', 'interval'].map(say)], lines, isFigure);
  const kinds = (['value', 'stage', 'key'] as const).flatMap((by) => {
    const lines = read.kinds.filter((one) => one.by === by).map((one) => [kindName(one), ...figures(one.reliability)]);
    return lines.length === 0 ? [] : ['', ...headed(translate(language, `promises.reliability.by.${by}`), lines)];
  });
  return [`${formats.day(read.from)} – ${formats.day(read.until)}`, '', ...headed(say('owner'), rows), ...kinds];
}
