import { readWorkspace, refreshWorkspace } from '#features/workspace/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { bringFile, mappingFrom, report } from '#kit/server/file-imports/index.ts';
import { translate } from '#kit/server/messages.ts';
import { GivenMapping } from '../../api.ts';
import type { ImportResult } from './import-file.ts';
import { purchaseImports, readingOf } from './purchase-imports.ts';
import { analyseFile, type FileAnalysis } from './read-file.ts';

type Options = {
  mapping?: string;
  dateOrder?: string;
  decimalMark?: string;
  currency?: string;
  setAside?: string;
  dryRun?: true;
  json?: true;
};

export const importCommand: Command = {
  path: 'import purchases',
  summary: 'Import a sales export (CSV or TSV, also gzip); importing the same file again changes nothing',
  define: (program, context) => {
    program
      .argument('<file>', 'the export')
      .option('--mapping <file>', 'JSON that says how to read the file, as --dry-run --json prints it; all or part of it')
      .option('--date-order <order>', 'order of the dates where the file does not tell: dmy, mdy or ymd')
      .option('--decimal-mark <mark>', 'decimal mark where the file does not tell: . or ,')
      .option('--currency <code>', 'import lines in this currency')
      .option('--set-aside <file>', 'write the lines that were set aside there, each with the reason, to be corrected and imported')
      .option('--dry-run', 'say how the file would be read, and import nothing')
      .option('--json', 'answer in JSON')
      .action(async (file: string, { mapping: said, dateOrder, decimalMark, currency, ...options }: Options) => {
        const services = await context.services();
        const workspace = await context.workspace();
        const reading = readingOf(await services.database.transaction({ workspace }, readWorkspace), services.clock());
        const given = await mappingFrom(GivenMapping, said, { dateOrder, decimalMark, currency: currency?.toUpperCase() });
        const analysis = await analyseFile(file, reading, given, { signal: context.signal });
        if (options.dryRun) return report(context, options, analysis, analysisLines);
        refuseOpen(analysis);
        const result = await bringFile(context, purchaseImports, { file, mapping: analysis.mapping, setAside: options.setAside });
        report(context, options, result, resultLines);
        // A running Tend takes up the wish to compute again by itself; here it is done at once, so that the next command knows.
        if (result.added > 0) await refreshWorkspace(services, workspace, context.signal);
      });
  },
};

// What the file leaves open is asked, never guessed: in the terminal, by an option.
function refuseOpen({ questions }: FileAnalysis): void {
  const [question] = questions;
  if (question?.about === 'dateOrder')
    throw fail('purchase_import.ask_date_order', { example: question.examples[0] ?? '', options: question.options.join(', ') });
  if (question?.about === 'decimalMark') throw fail('purchase_import.ask_decimal_mark', { example: question.examples[0] ?? '' });
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
    ...(result.erased > 0 ? [say('erased', { count: result.erased })] : []),
    say('sums', { sum: result.sum, customerSum: result.customerSum }),
  ];
}

function setAside(reasons: ImportResult['setAside'], language: Language): string[] {
  return Object.entries(reasons).map(
    ([reason, count]) => `  ${String(count).padStart(9)}  ${translate(language, `purchases.import.reason.${reason}`)}`,
  );
}
