import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refreshWorkspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import type { Language } from '#kit/domain/languages.ts';
import { newId } from '#kit/server/ids.ts';
import { translate } from '#kit/server/messages.ts';
import { GivenContactMapping } from '../../api.ts';
import { lookAt, takeIn } from './actions.ts';
import type { ImportResult } from './import-file.ts';
import { insertImport, startImportRow } from './import-store.ts';

type Options = { mapping?: string; country?: string; people?: string; dateOrder?: string; dryRun?: true; json?: true };

export const importContactsCommand: Command = {
  path: 'import contacts',
  summary: 'Take in an address book (CSV, XLSX, vCard, or what Google, Outlook, HubSpot and Salesforce export)',
  define: (program, context) => {
    program
      .argument('<file>', 'the address book')
      .option('--mapping <file>', 'JSON that says how to read the file, as --dry-run --json prints it; all or part of it')
      .option('--country <code>', 'country of telephone numbers that do not say theirs, such as GR')
      .option('--people <what>', 'what people with an organization become: contacts or customers')
      .option('--date-order <order>', 'order of the dates where the file does not tell: dmy or mdy')
      .option('--dry-run', 'say what would become of everyone in the file, and take nothing')
      .option('--json', 'answer in JSON')
      .action(async (file: string, options: Options) => {
        const services = await context.services();
        const workspace = await context.workspace();
        const { terminal, language, signal } = context;
        const given = await givenBy(options);
        const now = services.clock();
        const { analysis, trial } = await services.database.transaction({ workspace }, (tx) =>
          lookAt(tx, now, file, given, options.dryRun ? Infinity : 0, { signal }),
        );
        const { mapping } = analysis;
        if (options.dryRun) {
          if (options.json) return terminal.printJson({ mapping, columns: analysis.columns, trial });
          terminal.print(
            translate(language, 'contacts.command.source', { source: translate(language, `contacts.source.${mapping.source}`) }),
          );
          for (const [column, { field }] of Object.entries(mapping.columns)) {
            terminal.print(`  ${translate(language, `contacts.field.${field}`)} ← ${column}`);
          }
          for (const line of trial ? resultLines(trial, language) : []) terminal.print(line);
          return;
        }
        const { size } = await stat(file);
        const label = translate(language, 'contacts.command.progress', { file: basename(file) });
        const result = await services.database.transaction({ workspace }, async (tx) => {
          const id = newId();
          await insertImport(tx, { id, fileName: basename(file), fileSize: size, addedAt: now, addedBy: null });
          await startImportRow(tx, id, mapping, now, null);
          const onProgress = (bytes: number) => terminal.progress(label, bytes / Math.max(1, size));
          return await takeIn(tx, now, { id, file, mapping, colleague: null }, { signal, onProgress });
        });
        terminal.progressDone();
        if (options.json) terminal.printJson(result);
        else for (const line of resultLines(result, language)) terminal.print(line);
        // A running Tend takes up the wish to compute again by itself; here it is done at once, so that the next command knows.
        if (result.made + result.updated > 0) await refreshWorkspace(services, workspace, signal);
      });
  },
};

async function givenBy(options: Options): Promise<GivenMapping> {
  const told: Record<string, unknown> = options.mapping ? await mappingIn(options.mapping) : {};
  if (options.country) told['country'] = options.country.toUpperCase();
  if (options.people) told['people'] = options.people;
  if (options.dateOrder) told['dateOrder'] = options.dateOrder;
  const given = GivenContactMapping.safeParse(told);
  if (!given.success) throw fail('contact_import.mapping_unusable', { field: given.error.issues[0]?.path.join('.') ?? '' });
  return given.data;
}

type GivenMapping = ReturnType<typeof GivenContactMapping.parse>;

async function mappingIn(file: string): Promise<Record<string, unknown>> {
  try {
    const parsed = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    // The whole answer of a dry run is taken as well as the mapping in it.
    return (parsed['mapping'] ?? parsed) as Record<string, unknown>;
  } catch {
    throw fail('contact_import.mapping_unusable', { field: file });
  }
}

function resultLines(result: ImportResult, language: Language): string[] {
  const say = (key: string, values: Record<string, string | number>) => translate(language, `contacts.command.${key}`, values);
  const { read, made, updated, unchanged, setAside, warnings, organizationsMade, contactsMade, photos } = result;
  const aside = Object.values(setAside).reduce((sum, count) => sum + count, 0);
  const counted = (kind: 'reason' | 'warning', all: Readonly<Record<string, number>>) =>
    Object.entries(all).map(([code, count]) => `  ${String(count).padStart(9)}  ${translate(language, `contacts.${kind}.${code}`)}`);
  return [
    say('result', { read, made, updated, unchanged, aside }),
    ...counted('reason', setAside),
    ...(Object.keys(warnings).length > 0 ? [say('warnings', {}), ...counted('warning', warnings)] : []),
    ...(contactsMade + organizationsMade > 0 ? [say('made', { contacts: contactsMade, organizations: organizationsMade })] : []),
    ...(photos > 0 ? [say('photos', { count: photos })] : []),
  ];
}
