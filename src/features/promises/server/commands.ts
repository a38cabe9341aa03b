import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { translate } from '#kit/server/messages.ts';
import { readOpenPromises, type PromiseRead } from './readings.ts';

const atOnce = 200;

export const promisesCommand: Command = {
  path: 'promises',
  summary: 'Open promises, those due first before the others',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const { database, clock } = await context.services();
      const now = clock();
      const { promises, timeZone } = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
        const found: PromiseRead[] = [];
        let cursor: string | undefined;
        do {
          context.signal.throwIfAborted();
          const page = await readOpenPromises(tx, now, { cursor, limit: atOnce });
          found.push(...page.promises);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        return { promises: found, timeZone: (await readWorkspace(tx)).timeZone };
      });
      if (options.json) context.terminal.printJson({ promises: promises.map(toJson) });
      else for (const line of linesOf(promises, context.language, timeZone)) context.terminal.print(line);
    });
  },
};

function linesOf(promises: readonly PromiseRead[], language: Language, timeZone: string): string[] {
  if (promises.length === 0) return [translate(language, 'promises.command.none')];
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return promises.map((promise) =>
    translate(language, promise.overdue ? 'promises.command.overdue' : 'promises.command.open', {
      dueAt: moment.format(promise.dueAt.epochMilliseconds),
      customer: promise.customer.name,
      what: promise.what,
      owner: promise.owner.name,
    }),
  );
}

function toJson({ id, customer, what, owner, giver, overdue, givenAt, dueAt }: PromiseRead) {
  return { id, customer, what, owner, giver, overdue, givenAt: givenAt.toString(), dueAt: dueAt.toString() };
}
