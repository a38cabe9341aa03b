import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { translate } from '#kit/server/messages.ts';
import type { Language } from '#kit/domain/languages.ts';
import { findAnyone } from './find-anyone.ts';
import { toAnswers } from './handlers.ts';

type Answer = Awaited<ReturnType<typeof toAnswers>>[number];

export const findCommand: Command = {
  path: 'find',
  summary: 'Anyone by a part of a name, organization, e-mail, telephone number, tag or note, in any script',
  define: (program, context) => {
    program
      .argument('<text...>', 'what you remember of them')
      .option('--limit <number>', 'how many at most', '20')
      .option('--json', 'answer in JSON')
      .action(async (texts: string[], options: { limit: string; json?: true }) => {
        const limit = Number(options.limit);
        if (!Number.isInteger(limit) || limit < 1 || limit > 50) throw fail('command.unusable_number', { number: options.limit });
        const { database } = await context.services();
        const found = await database.transaction(
          { workspace: await context.workspace() },
          async (tx) => await toAnswers(tx, await findAnyone(tx, { text: texts.join(' '), limit })),
        );
        if (options.json) return context.terminal.printJson({ found });
        if (found.length === 0) context.terminal.print(translate(context.language, 'people.find.nobody'));
        for (const one of found) context.terminal.print(lineOf(one, context.language));
      });
  },
};

function lineOf({ name, isKey, why, owner }: Answer, language: Language): string {
  const reason = why && translate(language, `people.find.by.${why.by}`, { text: why.text });
  return [`${isKey ? '★ ' : ''}${name}`, reason, owner.name].filter(Boolean).join(' · ');
}
