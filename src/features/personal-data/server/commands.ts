import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { findAnyone } from '#features/people/server/index.ts';
import { isUuid } from '#kit/domain/ids.ts';
import { fail } from '#kit/domain/result.ts';
import { inWorkspace, sayIn } from '#kit/server/cli/acting.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { table } from '#kit/server/cli/text.ts';
import type { Services } from '#kit/server/services.ts';
import { personalDataFormats, type PersonalDataFormat } from '../domain/index.ts';
import { askToErase, cancelErasure, lookAhead } from './erase.ts';
import { erasureAnswers } from './erasure-answer.ts';
import { listErasures } from './erasure-store.ts';
import { tryRetention } from './retention.ts';
import { readRetention } from './retention-store.ts';
import { takeAlong } from './take-along.ts';

type EraseOptions = { readonly confirm: string; readonly why: string; readonly afterDays: string };

export const personCommands: readonly Command[] = [
  {
    path: 'person export',
    summary: 'Write everything about a person into a file: a page to read (html), JSON, or both with all their files (zip)',
    define: (program, context) => {
      program
        .argument('<customer>', 'the customer: an id, or a name that only one has')
        .argument('[file]', 'where to write; the terminal where no file is named')
        .option('--format <format>', 'html, json or zip; by the ending of the file where it is not said')
        .action(async (who: string, file: string | undefined, { format }: { format?: string }) => {
          const services = await context.services();
          const workspace = await context.workspace();
          const wanted = formatOf(format ?? file?.split('.').at(-1) ?? 'html');
          const { pieces } = await takeAlong(services, { workspace }, await customerOf(services, workspace, who), wanted);
          const bytes = Readable.from(pieces, { objectMode: false });
          if (file === undefined) await pipeline(bytes, process.stdout, { end: false });
          else await pipeline(bytes, createWriteStream(file, { mode: 0o600 }), { signal: context.signal });
        });
    },
  },
  {
    path: 'person erase',
    summary: 'Erase a person; what they bought stays as anonymous sales. Cannot be undone',
    define: (program, context) => {
      program
        .argument('<customer>', 'the customer: an id, or a name that only one has')
        .requiredOption('--confirm <name>', 'the name of the person, as it stands in Tend')
        .requiredOption('--why <text>', 'the reason, for the record; nothing about the person')
        .option('--after-days <days>', 'not at once but after so many days', '0')
        .action(async (who: string, { confirm, why, afterDays }: EraseOptions) => {
          const services = await context.services();
          const workspace = await context.workspace();
          const customer = await customerOf(services, workspace, who);
          const { holds, row } = await services.database.transaction({ workspace }, async (tx) => {
            const outlook = await lookAhead(tx, services, customer);
            const told = { confirm, why, afterDays: Number(afterDays) };
            return { holds: outlook.holds, row: await askToErase(tx, services.clock(), services, null, customer, told) };
          });
          const say = sayIn(context);
          for (const { kind, count } of holds) context.terminal.print(say(`personal_data.hold.${kind}`, { count }));
          context.terminal.print(
            row.done_at
              ? say('personal_data.command.erased', { count: row.purchases ?? 0 })
              : say('personal_data.command.waits', { on: row.due_on.toString() }),
          );
        });
    },
  },
  {
    path: 'person keep',
    summary: 'Cancel the erasure of a person while it is still waiting',
    define: (program, context) => {
      program.argument('<customer>', 'the customer: an id, or a name that only one has').action(async (who: string) => {
        const services = await context.services();
        const workspace = await context.workspace();
        const customer = await customerOf(services, workspace, who);
        await services.database.transaction({ workspace }, (tx) => cancelErasure(tx, services.clock(), null, customer));
        context.terminal.print(sayIn(context)('personal_data.command.kept'));
      });
    },
  },
  {
    path: 'person erasures',
    summary: 'Who was erased, when and why, without a word of who it was',
    define: (program, context) => {
      program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
        const { rows, answers } = await inWorkspace(context, async (tx) => {
          const listed = await listErasures(tx, undefined, 200);
          return { rows: listed, answers: await erasureAnswers(tx, listed) };
        });
        if (options.json) return context.terminal.printJson({ erasures: answers });
        const say = sayIn(context);
        const cells = rows.map((row) => [
          row.asked_at.toString().slice(0, 16),
          row.done_at
            ? say('personal_data.command.state.done')
            : row.cancelled_at
              ? say('personal_data.command.state.cancelled')
              : row.due_on.toString(),
          row.why,
          row.customer_id,
        ]);
        const headings = ['asked', 'state', 'why', 'id'].map((column) => say(`personal_data.command.column.${column}`));
        for (const line of table(headings, cells)) context.terminal.print(line);
      });
    },
  },
];

export const retentionCommand: Command = {
  path: 'retention',
  summary: 'How long data is kept, and whom and what the rules would affect now; nothing is done',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async ({ json }: { json?: true }) => {
      const services = await context.services();
      const { rules, outlook } = await services.database.transaction({ workspace: await context.workspace() }, async (tx) => {
        const found = await readRetention(tx);
        return { rules: found, outlook: await tryRetention(tx, services.clock(), services, found) };
      });
      if (json) return context.terminal.printJson({ rules, outlook });
      const say = sayIn(context);
      const line = (rule: keyof typeof rules, count: number | null) =>
        context.terminal.print(
          rules[rule] === null
            ? say(`personal_data.command.${rule}.for_ever`)
            : say(`personal_data.command.${rule}`, { span: rules[rule], count: count ?? 0 }),
        );
      line('customerYears', outlook.customers?.count ?? null);
      line('fileDays', outlook.files);
      line('eventYears', outlook.events);
    });
  },
};

/** Somebody by id or name. Refuses who is nobody (`customer.not_found`), and a name that several have (`personal_data.several`). */
async function customerOf(services: Services, workspace: string, text: string): Promise<string> {
  if (isUuid(text)) return text;
  const found = await services.database.transaction({ workspace }, (tx) => findAnyone(tx, { text, limit: 20 }));
  const same = found.filter(({ name }) => name.toLocaleLowerCase() === text.trim().toLocaleLowerCase());
  const [only, another] = same.length > 0 ? same : found;
  if (!only) throw fail('customer.not_found');
  if (another) throw fail('personal_data.several', { name: text });
  return only.id;
}

function formatOf(text: string): PersonalDataFormat {
  const format = personalDataFormats.find((one) => one === text);
  if (!format) throw fail('personal_data.unknown_format', { format: text });
  return format;
}
