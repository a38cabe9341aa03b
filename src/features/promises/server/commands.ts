import type { Command as Program } from 'commander';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import { callAnyway } from './actions.ts';
import { colleagueNamed } from './command-colleague.ts';
import { readDueThere } from './due.ts';
import { readOpenPromises, readPromise, type PromiseRead } from './readings.ts';

const atOnce = 200;

export const promisesCommand: Command = {
  path: 'promises',
  summary: 'Open promises, the next due first',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const { database, clock } = await context.services();
      const { promises, workspace } = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
        const found: PromiseRead[] = [];
        let cursor: string | undefined;
        do {
          context.signal.throwIfAborted();
          const page = await readOpenPromises(tx, clock(), { cursor, limit: atOnce });
          found.push(...page.promises);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        return { promises: found, workspace: await readWorkspace(tx) };
      });
      if (options.json) return context.terminal.printJson({ promises: promises.map(toJson) });
      for (const line of linesOf(promises, context.language, formatsOf(context.language, workspace))) context.terminal.print(line);
    });
  },
};

type CallOptions = { word: string; due: string; from?: string; minutes?: string; by?: string; json?: true };

export const callAnywayCommand: Command = {
  path: 'promises call-anyway',
  summary: 'Say that we called although there was no answer yet: logs the call with the interim word, and the new moment',
  define: (program, context) => {
    program
      .argument('<promise>', 'its id, as `tend promises --json` tells it')
      .requiredOption('--word <words>', 'what the customer was told')
      .requiredOption('--due <moment>', "the new moment, on the customer's clocks (2026-11-27T12:00)")
      .option('--from <moment>', 'where it is a window, its beginning')
      .option('--minutes <count>', 'how long the call took')
      .option('--by <email>', 'who called; the owner of the workspace, unless told')
      .option('--json', 'answer in JSON')
      // Beneath another command that knows `--json` it is heard there.
      .action(async (id: string, _: unknown, command: Program) => {
        const options = command.optsWithGlobals<CallOptions>();
        const { database, clock } = await context.services();
        const { promise, workspace } = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
          const by = await colleagueNamed(tx, options.by);
          const { customer } = await readPromise(tx, clock(), id);
          const due = await readDueThere(tx, customer.id, { dueAt: options.due, dueFrom: options.from });
          const minutes = options.minutes === undefined ? undefined : Number(options.minutes);
          await callAnyway(tx, clock(), by, id, { word: options.word, due, minutes });
          return { promise: await readPromise(tx, clock(), id), workspace: await readWorkspace(tx) };
        });
        if (options.json) return context.terminal.printJson(toJson(promise));
        for (const line of linesOf([promise], context.language, formatsOf(context.language, workspace))) context.terminal.print(line);
      });
  },
};

function linesOf(promises: readonly PromiseRead[], language: Language, formats: Formats): string[] {
  if (promises.length === 0) return [translate(language, 'promises.command.none')];
  const headings = ['due', 'customer', 'what', 'owner'].map((column) => translate(language, `promises.command.${column}`));
  const rows = promises.map((promise) => {
    const until = formats.moment(promise.dueAt);
    const due = promise.dueFrom ? `${formats.moment(promise.dueFrom)} – ${until}` : until;
    const owner = promise.owner.name;
    return [
      promise.overdue ? translate(language, 'promises.command.overdue', { due }) : due,
      promise.customer.name,
      promise.what,
      promise.handedTo ? translate(language, 'promises.command.handed', { owner, to: promise.handedTo.name }) : owner,
    ];
  });
  return table(headings, rows);
}

function toJson(promise: PromiseRead) {
  const { id, customer, person, what, firmness, owner, giver, handedTo, touchpointId, overdue, givenAt, dueFrom, dueAt } = promise;
  const moments = { givenAt: givenAt.toString(), dueFrom: dueFrom?.toString() ?? null, dueAt: dueAt.toString() };
  return { id, customer, person, what, firmness, owner, giver, handedTo, touchpointId, overdue, ...moments };
}
