import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { table } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import { customFieldKinds, customFieldReaches, type CustomField } from '../../domain/custom-fields/index.ts';
import { defineCustomField } from './actions.ts';
import { listCustomFields } from './field-store.ts';

export const fieldsCommand: Command = {
  path: 'fields',
  summary: 'The fields that the workspace defined for itself',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const { database } = await context.services();
      const fields = await database.transaction({ workspace: await context.workspace() }, listCustomFields);
      if (options.json) return context.terminal.printJson({ fields });
      const say = (key: string) => translate(context.language, key);
      if (fields.length === 0) return context.terminal.print(say('people.custom.none'));
      const rows = fields.map((field) => [
        field.isArchived ? `${field.name} (${say('people.custom.archived')})` : field.name,
        say(`people.custom.kind.${field.kind}`),
        say(`people.custom.reach.${field.appliesTo}`),
        heldIn(field),
      ]);
      const headings = ['people.custom.name', 'people.custom.kind', 'people.custom.reach', 'people.custom.choices'].map(say);
      for (const line of table(headings, rows)) context.terminal.print(line);
    });
  },
};

type AddOptions = { kind: string; of: string; choices?: string; currency?: string; hint?: string; json?: true };

export const addFieldCommand: Command = {
  path: 'fields add',
  summary: 'Define a custom field that customers have from now on',
  define: (program, context) => {
    program
      .argument('<name...>', 'what the field is called')
      .option('--kind <kind>', customFieldKinds.join(', '), 'text')
      .option('--of <whom>', `of whom it is asked: ${customFieldReaches.join(', ')}`, 'everyone')
      .option('--choices <choices>', 'what there is to choose, parted by commas')
      .option('--currency <code>', 'of money; that of the workspace where it is left out')
      .option('--hint <text>', 'what to write in it')
      .option('--json', 'answer in JSON')
      .action(async (words: string[], options: AddOptions) => {
        const told = {
          name: words.join(' '),
          kind: oneOf(options.kind, customFieldKinds),
          appliesTo: oneOf(options.of, customFieldReaches),
          choices: options.choices?.split(',').map((name) => ({ name })),
          currency: options.currency,
          help: options.hint,
        };
        const { database, clock } = await context.services();
        const id = await database.transaction({ workspace: await context.workspace() }, (tx) =>
          defineCustomField(tx, clock(), undefined, told),
        );
        if (options.json) return context.terminal.printJson({ id });
        context.terminal.print(translate(context.language, 'people.custom.defined', { name: told.name }));
      });
  },
};

function heldIn({ choices, currency }: CustomField): string {
  const offered = choices.flatMap(({ name, isWithdrawn }) => (isWithdrawn ? [] : name));
  return currency ?? offered.join(', ');
}

function oneOf<const Name extends string>(text: string, names: readonly Name[]): Name {
  const name = names.find((one) => one === text.trim());
  if (name === undefined) throw fail('command.unusable_choice', { choice: text.trim(), choices: names.join(', ') });
  return name;
}
