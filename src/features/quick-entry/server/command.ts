import { terminalOwner } from '#features/access/server/index.ts';
import { readDueThere, type PromiseInTouchpoint } from '#features/promises/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { readLine, type LineRead } from './reading.ts';
import { saveEntry, type EntryTold } from './save.ts';

type Options = { customer?: string; clock?: string; yes?: true; json?: true };

export const logCommand: Command = {
  path: 'log',
  summary: 'One line on what just happened, in any of six languages: shows what it says, and with --yes saves it',
  define: (program, context) => {
    program
      .argument('<line...>', 'such as: called Maria 12 min, she prefers mornings, will send price list by Friday 15:00 :4')
      .option('--customer <id>', 'with whom, where the line names nobody or several have the name')
      .option('--clock <which>', 'where clocks are turned back and show a moment twice: earlier or later')
      .option('--yes', 'save it')
      .option('--json', 'answer in JSON')
      .action(async (words: string[], options: Options) => {
        const { database, clock } = await context.services();
        const now = clock();
        const { read, told, saved, formats } = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
          const colleague = await terminalOwner(tx);
          const found = await readLine(tx, now, { line: words.join(' '), customer: options.customer, asker: colleague });
          const entry = await entryOf(tx, found, options.clock);
          return {
            read: found,
            told: entry,
            saved: options.yes ? await saveEntry(tx, now, colleague, entry) : undefined,
            formats: formatsOf(context.language, await readWorkspace(tx)),
          };
        });
        if (options.json) return context.terminal.printJson({ saved: saved ?? null, entry: told });
        for (const line of describe(read, told, context.language, formats)) context.terminal.print(line);
        context.terminal.print(translate(context.language, saved ? 'quick_entry.command.saved' : 'quick_entry.command.not_saved'));
      });
  },
};

/** What would be saved as it reads: a promise without a moment stays in the summary, for it cannot be due. */
async function entryOf(tx: Tx, read: LineRead, which: string | undefined): Promise<EntryTold> {
  const { customer, candidates, named, touchpoint, promises, facts, timeZone } = read;
  if (!customer && candidates.length > 0)
    throw fail('quick_entry.several_of_that_name', {
      name: named ?? '',
      names: candidates.map(({ id, name }) => `${name} (${id})`).join(', '),
    });
  if (!customer) throw fail(named === null ? 'quick_entry.nobody_named' : 'quick_entry.nobody_of_that_name', { name: named ?? '' });
  const { kind, direction, reached, ...said } = touchpoint;
  const clock = which === 'earlier' || which === 'later' ? which : undefined;
  const promised: PromiseInTouchpoint[] = [];
  for (const { what, dueAt, dueFrom } of promises) {
    if (!dueAt) continue;
    const due = await readDueThere(tx, customer.id, { dueAt: dueAt.toString(), dueFrom: dueFrom?.toString(), timeZone, clock });
    promised.push({ what, dueAt: due.at.toString(), ...(due.from ? { dueFrom: due.from.toString() } : {}) });
  }
  return {
    customer: customer.id,
    touchpoint: { ...said, kind: kind ?? 'note', direction: direction ?? undefined, reached: reached ?? undefined },
    promises: promised,
    facts,
  };
}

function describe({ customer }: LineRead, { touchpoint, promises, facts }: EntryTold, language: Language, formats: Formats): string[] {
  const said = (id: string, values: Record<string, string | number>) => translate(language, `quick_entry.command.${id}`, values);
  const { kind, direction = 'out', minutes = null, pulse = null, summary } = touchpoint;
  const parts = [
    translate(language, `conversations.said.${kind}_${direction}`),
    ...(touchpoint.reached === false ? [translate(language, `conversations.unreached.${direction}`)] : []),
    ...(minutes === null ? [] : [translate(language, 'conversations.minutes', { minutes })]),
    ...(pulse === null ? [] : [translate(language, `conversations.pulse.${pulse}`)]),
    ...(summary ? [summary] : []),
  ];
  return [
    `${customer?.name ?? ''}: ${parts.join(' · ')}`,
    ...promises.map(({ what, dueAt }) => said('promise', { what, due: formats.moment(dueAt) })),
    ...facts.map(({ text, sensitivity }) => said(sensitivity === 'sensitive' ? 'fact.sensitive' : 'fact', { text })),
  ];
}
