import { Readable } from 'node:stream';
import { openPhoto } from '#features/people/server/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { contactsApi } from '../../api.ts';
import { exportContacts, type ExportFormat, type Within } from './export-contacts.ts';

const types: Readonly<Record<ExportFormat, readonly [type: string, ending: string]>> = {
  csv: ['text/csv; charset=utf-8', 'csv'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  vcard: ['text/vcard; charset=utf-8', 'vcf'],
};

export const exportHandlers: readonly Handler[] = [
  handle(contactsApi.export, async ({ services, who, query, now }) => {
    // Written down before the first byte leaves: whoever breaks the download off has seen names all the same.
    const within: Within = (read) => services.database.transaction(who, read);
    await within((tx) => recordEvent(tx, now, { kind: 'contacts.exported', colleague: who.colleague, detail: { format: query.format } }));
    const [type, ending] = types[query.format];
    const bytes = exportContacts(within, query.format, (id) => openPhoto(services.config, who.workspace, id));
    return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="customers.${ending}"`, 'cache-control': 'no-store' },
    });
  }),
];
