import type { Command as Program } from 'commander';
import { may } from '#features/access/domain/index.ts';
import { listColleagues } from '#features/access/server/index.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { colleagueNamed } from './command-colleague.ts';
import { acceptPromise, declinePromise, handOverPromise } from './hand-over.ts';
import { readPromise } from './readings.ts';

type Options = { by?: string; to?: string; note?: string; json?: true };

const byWhom = ['--by <email>', 'who does it; the owner of the workspace, unless told'] as const;
const itsId = ['<promise>', 'its id, as `tend promises --json` tells it'] as const;

export const handOverCommands: readonly Command[] = [
  {
    path: 'promises hand-over',
    summary: 'Ask a colleague to take a promise over; until they accept it stays with its owner',
    define: (program, context) => {
      program
        .argument(...itsId)
        .requiredOption('--to <email>', 'whom to ask')
        .option('--note <words>', 'what they should know')
        .option(...byWhom);
      run(program, context, async (tx, now, by, id, { to, note }) => {
        const mayActForColleagues = (await listColleagues(tx)).some((one) => one.id === by && may(one, 'actForColleagues'));
        await handOverPromise(tx, now, { id: by, mayActForColleagues }, id, await colleagueNamed(tx, to), note);
      });
    },
  },
  {
    path: 'promises accept',
    summary: 'Accept a promise that one was asked to take over',
    define: (program, context) => {
      program.argument(...itsId).option(...byWhom);
      run(program, context, async (tx, now, by, id) => await acceptPromise(tx, now, by, id));
    },
  },
  {
    path: 'promises decline',
    summary: 'Decline a promise that one was asked to take over',
    define: (program, context) => {
      program
        .argument(...itsId)
        .option('--note <words>', 'why, and who might know better')
        .option(...byWhom);
      run(program, context, async (tx, now, by, id, { note }) => await declinePromise(tx, now, by, id, note));
    },
  },
];

type Act = (tx: Tx, now: Temporal.Instant, by: string, id: string, options: Options) => Promise<void>;

function run(program: Program, context: CommandContext, act: Act): void {
  // Beneath another command that knows `--json` it is heard there.
  program.option('--json', 'answer in JSON').action(async (id: string, _: unknown, command: Program) => {
    const options = command.optsWithGlobals<Options>();
    const { database, clock } = await context.services();
    const promise = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
      await act(tx, clock(), await colleagueNamed(tx, options.by), id, options);
      return await readPromise(tx, clock(), id);
    });
    const { owner, handedTo } = promise;
    if (options.json) return context.terminal.printJson({ id, owner, handedTo });
    const words = { what: promise.what, owner: owner.name, to: handedTo?.name ?? '' };
    context.terminal.print(translate(context.language, handedTo ? 'promises.command.stands_asked' : 'promises.command.stands', words));
  });
}
