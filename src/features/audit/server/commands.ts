import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isUuid } from '#kit/domain/ids.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { readDayOption } from '#kit/server/cli/options.ts';
import { table } from '#kit/server/cli/text.ts';
import { recordEvent } from '#kit/server/events.ts';
import { translate } from '#kit/server/messages.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { auditGroups, viaKinds, type AuditGroup } from '../domain/index.ts';
import { setAnchorsAside } from './anchors.ts';
import { readEntries, type EntriesAsked } from './entries.ts';
import { auditFile, whoDid, type AuditFormat } from './export.ts';
import { sealWorkspace } from './seal.ts';
import { verdictOf } from './verdict.ts';

type Options = {
  readonly group?: string;
  readonly colleague?: string;
  readonly customer?: string;
  readonly via?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit?: string;
  readonly format?: string;
  readonly json?: true;
  readonly why?: string;
};

export const auditCommands: readonly Command[] = [
  {
    path: 'audit',
    summary: 'Who did what, and who looked at sensitive facts; latest first',
    define: (program, context) => {
      filters(program)
        .option('--limit <count>', 'how many at most', '50')
        .option('--json', 'answer in JSON')
        .action(async (options: Options) => {
          const { database } = await context.services();
          const limit = Number(options.limit);
          if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw unusable('limit');
          const asked = { ...askedBy(options), limit };
          const { entries, timeZone, currency } = await database.transaction({ workspace: await context.workspace() }, async (tx) => ({
            ...(await readEntries(tx, context.language, asked)),
            ...(await readWorkspace(tx)),
          }));
          if (options.json) return context.terminal.printJson({ entries });
          const say = (key: string) => translate(context.language, `audit.command.column.${key}`);
          const { moment } = formatsOf(context.language, { timeZone, currency });
          const rows = entries.map((entry) => [
            entry.number === null ? '' : String(entry.number),
            moment(entry.at),
            whoDid(context.language, entry) || '–',
            entry.name,
            entry.customer?.name ?? '',
          ]);
          for (const line of table([say('number'), say('at'), say('by'), say('what'), say('customer')], rows, new Set([0])))
            context.terminal.print(line);
        });
    },
  },
  {
    path: 'audit verify',
    summary: 'Check whether anybody has tampered with the log, even outside Tend',
    define: (program, context) => {
      program.option('--json', 'answer in JSON').action(async (_: Options, command: Program) => {
        const services = await context.services();
        const workspace = await context.workspace();
        await sealWorkspace(services, workspace);
        const { terminal } = context;
        const verdict = await verdictOf(services, workspace, {
          signal: context.signal,
          onProgress: (share) => terminal.progress(translate(context.language, 'audit.command.looking'), share),
        });
        terminal.progressDone();
        if (command.optsWithGlobals<Options>().json) terminal.printJson(verdict);
        else for (const line of verdictLines(verdict, context)) terminal.print(line);
        if (verdict.found > 0) throw fail('audit.tampered', { count: verdict.found });
      });
    },
  },
  {
    path: 'audit export',
    summary: 'Write the log into a file: CSV for people, JSON lines for programs',
    define: (program, context) => {
      filters(program)
        .argument('[file]', 'where to write; the terminal where no file is named')
        .option('--format <format>', 'csv or jsonl; by the ending of the file where it is not said')
        .action(async (file: string | undefined, _: Options, command: Program) => {
          const options = command.optsWithGlobals<Options>();
          const format = formatOf(options.format ?? file?.split('.').at(-1) ?? 'csv');
          const services = await context.services();
          const workspace = await context.workspace();
          const taker = { language: context.language, now: services.clock() };
          const text = auditFile((run) => services.database.transaction({ workspace }, run), taker, format, askedBy(options));
          const bytes = Readable.from(text, { objectMode: false });
          if (file === undefined) await pipeline(bytes, process.stdout, { end: false });
          else await pipeline(bytes, createWriteStream(file, { mode: 0o600 }), { signal: context.signal });
        });
    },
  },
  {
    path: 'audit accept',
    summary: 'Accept the log as it stands, after an older backup was restored; that this was done, and why, becomes an entry',
    define: (program, context) => {
      program.requiredOption('--why <text>', 'the reason, for whoever reads the log').action(async ({ why = '' }: Options) => {
        const services = await context.services();
        const workspace = await context.workspace();
        const { found } = await verdictOf(services, workspace, {});
        await services.database.transaction({ workspace }, (tx) =>
          recordEvent(tx, services.clock(), { kind: 'audit.accepted', detail: { why: why.slice(0, 500), findings: found } }),
        );
        await setAnchorsAside(services.config, workspace, services.clock());
        await sealWorkspace(services, workspace);
        context.terminal.print(translate(context.language, 'audit.command.accepted', { count: found }));
      });
    },
  },
];

type Program = Parameters<Command['define']>[0];

function filters(program: Program): Program {
  return program
    .option('--group <group>', auditGroups.join(', '))
    .option('--colleague <id>', 'what one colleague did')
    .option('--customer <id>', 'what happened with one customer')
    .option('--via <what>', `by what it was done: ${viaKinds.join(', ')}, or the id of an API key`)
    .option('--from <day>', 'from this day on')
    .option('--until <day>', 'until the end of this day');
}

function askedBy({ group, colleague, customer, via, from, until }: Options): Omit<EntriesAsked, 'limit'> {
  if (group !== undefined && !isGroup(group)) throw unusable('group');
  for (const [name, id] of Object.entries({ colleague, customer })) if (id !== undefined && !isUuid(id)) throw unusable(name);
  if (via !== undefined && !viaKinds.some((kind) => kind === via) && !isUuid(via)) throw unusable('via');
  return { group, colleague, customer, via, from: readDayOption(from), until: readDayOption(until) };
}

function isGroup(text: string): text is AuditGroup {
  return auditGroups.some((group) => group === text);
}

function formatOf(text: string): AuditFormat {
  if (text === 'csv' || text === 'jsonl') return text;
  throw unusable('format');
}

function unusable(option: string): Error {
  return fail('audit.unusable_option', { option });
}

function verdictLines(verdict: Awaited<ReturnType<typeof verdictOf>>, { language }: CommandContext): string[] {
  const say = (key: string, values?: Record<string, string | number>) => translate(language, key, values);
  const { sealed, waiting, forgotten, before, head, anchoredAt, found } = verdict;
  return [
    say(found === 0 ? 'audit.verdict.good' : 'audit.verdict.bad', { count: found }),
    say('audit.verdict.counts', { sealed, waiting, forgotten, before }),
    ...(head === null ? [] : [say('audit.verdict.head', { head })]),
    say(anchoredAt === null ? 'audit.verdict.not_anchored' : 'audit.verdict.anchored', { at: anchoredAt ?? '' }),
    ...verdict.findings.map(
      ({ kind, number, event, at }) => `${say(`audit.finding.${kind}`)} ${[number, event, at].filter((part) => part !== null).join(' ')}`,
    ),
  ];
}
