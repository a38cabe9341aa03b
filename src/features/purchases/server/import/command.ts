import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readWorkspace, refreshWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import { newId } from '#kit/server/ids.ts';
import { translate } from '#kit/server/messages.ts';
import { ImportMapping } from '../../api.ts';
import type { GivenMapping } from '../../domain/index.ts';
import { readingOf, takeIn } from './actions.ts';
import type { ImportResult } from './import-file.ts';
import { insertImport, startImportRow } from './import-store.ts';
import { analyseFile, type FileAnalysis } from './read-file.ts';

type Options = { mapping?: string; dateOrder?: string; decimalMark?: string; currency?: string; dryRun?: true; json?: true };

export const importCommand: Command = {
  path: 'import purchases',
  summary: 'Take in a sales export (CSV or TSV, also gzip); bringing the same file again changes nothing',
  define: (program, context) => {
    program
      .argument('<file>', 'the export')
      .option('--mapping <file>', 'JSON that says how to read the file, as --dry-run --json prints it; all or part of it')
      .option('--date-order <order>', 'order of the dates where the file does not tell: dmy, mdy or ymd')
      .option('--decimal-mark <mark>', 'decimal mark where the file does not tell: . or ,')
      .option('--currency <code>', 'take lines of this currency')
      .option('--dry-run', 'say how the file would be read, and take nothing')
      .option('--json', 'answer in JSON')
      .action(async (file: string, options: Options) => {
        const services = await context.services();
        const workspace = await context.workspace();
        const reading = readingOf(await services.database.transaction({ workspace }, readWorkspace), services.clock());
        const analysis = await analyseFile(file, reading, await givenBy(options), { signal: context.signal });
        if (options.dryRun) return report(context, options, analysis, analysisLines);
        refuseOpen(analysis);
        const { size } = await stat(file);
        const result = await services.database.transaction({ workspace }, async (tx) => {
          const now = services.clock();
          const id = newId();
          await insertImport(tx, { id, fileName: basename(file), fileSize: size, addedAt: now, addedBy: null });
          await startImportRow(tx, id, analysis.mapping, now, null);
          const label = translate(context.language, 'purchases.import_command.progress', { file: basename(file) });
          const onProgress = (bytes: number) => context.terminal.progress(label, bytes / Math.max(1, size));
          return await takeIn(tx, now, { id, file, mapping: analysis.mapping }, { signal: context.signal, onProgress });
        });
        context.terminal.progressDone();
        report(context, options, result, resultLines);
        // A running Tend takes up the wish to compute again by itself; here it is done at once, so that the next command knows.
        if (result.added > 0) await refreshWorkspace(services, workspace, context.signal);
      });
  },
};

async function givenBy(options: Options): Promise<GivenMapping> {
  const told: Record<string, unknown> = options.mapping ? await mappingIn(options.mapping) : {};
  if (options.dateOrder) told['dateOrder'] = options.dateOrder;
  if (options.decimalMark) told['decimalMark'] = options.decimalMark;
  if (options.currency) told['currency'] = options.currency.toUpperCase();
  const given = ImportMapping.partial().extend({ file: ImportMapping.shape.file.partial().optional() }).safeParse(told);
  if (!given.success) throw fail('purchase_import.mapping_unusable', { field: given.error.issues[0]?.path.join('.') ?? '' });
  return given.data;
}

async function mappingIn(file: string): Promise<Record<string, unknown>> {
  try {
    const parsed = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    // The whole answer of a dry run is taken as well as the mapping in it.
    return (parsed['mapping'] ?? parsed) as Record<string, unknown>;
  } catch {
    throw fail('purchase_import.mapping_unusable', { field: file });
  }
}

// What the file leaves open is asked, never guessed: in the terminal, by an option.
function refuseOpen({ questions }: FileAnalysis): void {
  const [question] = questions;
  if (question?.about === 'dateOrder')
    throw fail('purchase_import.ask_date_order', { example: question.examples[0] ?? '', options: question.options.join(', ') });
  if (question?.about === 'decimalMark') throw fail('purchase_import.ask_decimal_mark', { example: question.examples[0] ?? '' });
}

function report<T>(
  { terminal, language }: CommandContext,
  options: Options,
  value: T,
  lines: (value: T, language: Language) => string[],
): void {
  if (options.json) return terminal.printJson(value);
  for (const line of lines(value, language)) terminal.print(line);
}

function analysisLines({ mapping, missing, questions, trial }: FileAnalysis, language: Language): string[] {
  const say = (key: string, values: Record<string, string | number> = {}) => translate(language, `purchases.import_command.${key}`, values);
  const field = (name: string) => translate(language, `purchases.import.field.${name}`);
  return [
    say('form', { encoding: mapping.file.encoding, delimiter: mapping.file.delimiter === '\t' ? 'TAB' : mapping.file.delimiter }),
    ...Object.entries(mapping.columns).map(([name, column]) => `  ${field(name)} ← ${column}`),
    ...missing.map((choices) => say('missing', { fields: choices.map(field).join(' / ') })),
    ...questions.map((question) => say(`question.${question.about}`, { example: question.examples[0] ?? '' })),
    ...(trial ? [say('trial', { lines: trial.lines, taken: trial.taken }), ...setAside(trial.setAside, language)] : []),
  ];
}

function resultLines(result: ImportResult, language: Language): string[] {
  const say = (key: string, values: Record<string, string | number>) => translate(language, `purchases.import_command.${key}`, values);
  const aside = Object.values(result.setAside).reduce((sum, count) => sum + count, 0);
  return [
    say('result', { lines: result.lines, added: result.added, known: result.known, aside }),
    ...setAside(result.setAside, language),
    say('purchases', { sales: result.sales, returns: result.returns, adjustments: result.adjustments }),
    say('customers', {
      customers: result.customers,
      bought: result.customersWithSale,
      made: result.customersMade,
      anonymous: result.anonymous,
    }),
    say('sums', { sum: result.sum, customerSum: result.customerSum }),
  ];
}

function setAside(reasons: ImportResult['setAside'], language: Language): string[] {
  return Object.entries(reasons).map(
    ([reason, count]) => `  ${String(count).padStart(9)}  ${translate(language, `purchases.import.reason.${reason}`)}`,
  );
}
