import { Readable } from 'node:stream';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import { personalDataApi } from '../api.ts';
import { personalDataEvents } from '../api/events.ts';
import { personCommands, retentionCommand } from './commands.ts';
import { askToErase, cancelErasure, eraseDue, lookAhead } from './erase.ts';
import { erasureAnswer, erasureAnswers } from './erasure-answer.ts';
import { listErasures } from './erasure-store.ts';
import { changeRetention, keepRetention, tryRetention } from './retention.ts';
import { readRetention } from './retention-store.ts';
import { takeAlong } from './take-along.ts';

export const personalData: Feature = {
  name: 'personal-data',
  events: personalDataEvents,
  commands: [...personCommands, retentionCommand],
  duties: [
    { name: 'personal_data.erase_due', every: '23 * * * *', run: eraseDue },
    { name: 'personal_data.keep_retention', every: '37 3 * * *', run: keepRetention },
  ],
  handlers: [
    handle(personalDataApi.export, async ({ services, who, params, query }) => {
      const { mediaType, pieces } = await takeAlong(services, who, params.customer, query.format);
      return new Response(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream, {
        headers: {
          'content-type': mediaType,
          'content-disposition': `attachment; filename="personal-data.${query.format}"`,
          'cache-control': 'no-store',
        },
      });
    }),
    handle(personalDataApi.outlook, async ({ tx, services, params }) => {
      const { name, holds, waiting } = await lookAhead(tx, services, params.customer);
      return { name, holds: [...holds], waiting: waiting ? await erasureAnswer(tx, waiting) : null };
    }),
    handle(personalDataApi.erase, async ({ tx, now, services, who, params, body }) =>
      erasureAnswer(tx, await askToErase(tx, now, services, who.colleague, params.customer, body)),
    ),
    handle(personalDataApi.cancel, async ({ tx, now, who, params }) => await cancelErasure(tx, now, who.colleague, params.customer)),
    handle(personalDataApi.retention, async ({ tx }) => await readRetention(tx)),
    handle(personalDataApi.changeRetention, async ({ tx, now, who, body }) => {
      await changeRetention(tx, now, who.colleague, body);
      return await readRetention(tx);
    }),
    handle(personalDataApi.tryRetention, async ({ tx, now, services, body }) => {
      const { customers, files, events } = await tryRetention(tx, now, services, body);
      const first = customers?.first.map(({ id, name, since }) => ({ id, name, since: since.toString() })) ?? [];
      return { customers: customers ? { count: customers.count, first } : null, files, events };
    }),
    handle(personalDataApi.list, async ({ tx, query }) => {
      const rows = await listErasures(tx, readMomentCursor(query.after), query.limit + 1);
      const { shown, next } = pageOf(rows, query.limit, ({ asked_at: at, id }) => ({ at, id }));
      return { erasures: await erasureAnswers(tx, shown), next };
    }),
  ],
};
