import { refreshWorkspace } from '#features/workspace/server/index.ts';
import type { Command } from '#kit/server/cli/command.ts';
import type { Language } from '#kit/domain/languages.ts';
import { bringFile, mappingFrom, report } from '#kit/server/file-imports/index.ts';
import { translate } from '#kit/server/messages.ts';
import { GivenContactMapping } from '../../api.ts';
import type { FileAnalysis } from '../reading/analyse-file.ts';
import { contactImports, lookAt, type Looked } from './contact-imports.ts';
import type { ImportResult } from './import-file.ts';

type Options = { mapping?: string; country?: string; people?: string; dateOrder?: string; setAside?: string; dryRun?: true; json?: true };

export const importContactsCommand: Command = {
  path: 'import contacts',
  summary: 'Import an address book (CSV, XLSX, vCard, or what Google, Outlook, HubSpot and Salesforce export)',
  define: (program, context) => {
    program
      .argument('<file>', 'the address book')
      .option('--mapping <file>', 'JSON that says how to read the file, as --dry-run --json prints it; all or part of it')
      .option('--country <code>', 'country of phone numbers without a country code, such as GR')
      .option('--people <what>', 'what people with an organization become: contacts or customers')
      .option('--date-order <order>', 'order of the dates where the file does not tell: dmy or mdy')
      .option('--set-aside <file>', 'write the rows that were set aside there, each with the reason, to be corrected and imported')
      .option('--dry-run', 'say what would become of everyone in the file, and import nothing')
      .option('--json', 'answer in JSON')
      .action(async (file: string, { mapping: said, country, people, dateOrder, ...options }: Options) => {
        const services = await context.services();
        const workspace = await context.workspace();
        const given = await mappingFrom(GivenContactMapping, said, { country: country?.toUpperCase(), people, dateOrder });
        const most = options.dryRun ? Infinity : 0;
        const looked = await services.database.transaction({ workspace }, (tx) =>
          lookAt(tx, services.clock(), file, given, most, { signal: context.signal }),
        );
        const { mapping, columns } = looked.analysis;
        if (options.dryRun) return report(context, options, { mapping, columns, trial: looked.trial }, lookedLines);
        const result = await bringFile(context, contactImports, { file, mapping, setAside: options.setAside });
        report(context, options, result, resultLines);
        // A running Tend takes up the wish to compute again by itself; here it is done at once, so that the next command knows.
        if (result.made + result.updated > 0) await refreshWorkspace(services, workspace, context.signal);
      });
  },
};

function lookedLines({ mapping, trial }: Pick<FileAnalysis, 'mapping'> & Pick<Looked, 'trial'>, language: Language): string[] {
  return [
    translate(language, 'contacts.command.source', { source: translate(language, `contacts.source.${mapping.source}`) }),
    ...Object.entries(mapping.columns).map(([column, { field }]) => `  ${translate(language, `contacts.field.${field}`)} ← ${column}`),
    ...(trial ? resultLines(trial, language) : []),
  ];
}

function resultLines(result: ImportResult, language: Language): string[] {
  const say = (key: string, values: Record<string, string | number>) => translate(language, `contacts.command.${key}`, values);
  const { read, made, updated, unchanged, setAside, warnings, organizationsMade, contactsMade, photos, photosElsewhere } = result;
  const aside = Object.values(setAside).reduce((sum, count) => sum + count, 0);
  const counted = (kind: 'reason' | 'warning', all: Readonly<Record<string, number>>) =>
    Object.entries(all).map(([code, count]) => `  ${String(count).padStart(9)}  ${translate(language, `contacts.${kind}.${code}`)}`);
  return [
    say('result', { read, made, updated, unchanged, aside }),
    ...counted('reason', setAside),
    ...(Object.keys(warnings).length > 0 ? [say('warnings', {}), ...counted('warning', warnings)] : []),
    ...(contactsMade + organizationsMade > 0 ? [say('made', { contacts: contactsMade, organizations: organizationsMade })] : []),
    ...(photos > 0 ? [say('photos', { count: photos })] : []),
    ...(photosElsewhere > 0 ? [say('photosElsewhere', { count: photosElsewhere })] : []),
  ];
}
