import { Readable } from 'node:stream';
import type { Tx } from '#kit/server/db/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { auditApi } from '../api.ts';
import { auditEvents } from '../api/events.ts';
import { auditCommands } from './commands.ts';
import { readEntries } from './entries.ts';
import { auditFile } from './export.ts';
import { sealAll } from './seal.ts';
import { verdictIn } from './verdict.ts';
import { verifyAll } from './verify-all.ts';

export const audit: Feature = {
  name: 'audit',
  events: auditEvents,
  commands: auditCommands,
  duties: [
    { name: 'audit.seal', every: '* * * * *', run: sealAll },
    { name: 'audit.verify', every: '41 2 * * *', run: verifyAll },
  ],
  handlers: [
    handle(auditApi.list, async ({ tx, language, query }) => await readEntries(tx, language, query)),
    handle(auditApi.verify, async ({ tx, services, request }) => await verdictIn(tx, services, { signal: request.signal })),
    handle(auditApi.export, async ({ services, who, language, now, query }) => {
      const { format, ...asked } = query;
      const within = <T>(run: (tx: Tx) => Promise<T>) => services.database.transaction(who, run);
      const body = Readable.toWeb(
        Readable.from(auditFile(within, { colleague: who.colleague, language, now }, format, asked), { objectMode: false }),
      ) as ReadableStream;
      return new Response(body, {
        headers: {
          'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
          'content-disposition': `attachment; filename="audit.${format}"`,
        },
      });
    }),
  ],
};
