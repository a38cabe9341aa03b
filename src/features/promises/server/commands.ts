import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import { readOpenPromises, type PromiseRead } from './readings.ts';

const atOnce = 200;

export const promisesCommand: Command = {
  path: 'promises',
  summary: 'Open promises, those due first before the others',
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

function linesOf(promises: readonly PromiseRead[], language: Language, formats: Formats): string[] {
  if (promises.length === 0) return [translate(language, 'promises.command.none')];
  const headings = ['due', 'customer', 'what', 'owner'].map((column) => translate(language, `promises.command.${column}`));
  const rows = promises.map((promise) => {
    const due = formats.moment(promise.dueAt);
    return [
      promise.overdue ? translate(language, 'promises.command.overdue', { due }) : due,
      promise.customer.name,
      promise.what,
      promise.owner.name,
    ];
  });
  return table(headings, rows);
}

function toJson({ id, customer, what, owner, giver, overdue, givenAt, dueAt }: PromiseRead) {
  return { id, customer, what, owner, giver, overdue, givenAt: givenAt.toString(), dueAt: dueAt.toString() };
}
