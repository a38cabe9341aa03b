import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPhoto } from '#features/people/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { recordEvent } from '#kit/server/events.ts';
import { exportContacts, type ExportFormat, type Within } from './export-contacts.ts';

export const exportContactsCommand: Command = {
  path: 'export contacts',
  summary: 'Write everyone we know into a file that can be imported again without loss (CSV, XLSX or vCard 4.0)',
  define: (program, context) => {
    program
      .argument('[file]', 'where to write; the terminal where no file is named')
      .option('--format <format>', 'csv, xlsx or vcard; by the ending of the file where it is not said')
      .action(async (file: string | undefined, options: { format?: string }) => {
        const format = formatOf(options.format ?? file?.split('.').at(-1) ?? 'csv');
        const services = await context.services();
        const workspace = await context.workspace();
        const within: Within = (read) => services.database.transaction({ workspace }, read);
        await within((tx) => recordEvent(tx, services.clock(), { kind: 'contacts.exported', detail: { format } }));
        const bytes = Readable.from(exportContacts(within, format, (id) => openPhoto(services.config, workspace, id)));
        if (file === undefined) await pipeline(bytes, process.stdout, { end: false });
        else await pipeline(bytes, createWriteStream(file, { mode: 0o600 }), { signal: context.signal });
      });
  },
};

function formatOf(text: string): ExportFormat {
  if (text === 'csv' || text === 'xlsx' || text === 'vcard') return text;
  if (text === 'vcf') return 'vcard';
  throw fail('contact_export.unknown_format', { format: text });
}
