import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { quickEntryApi } from '../api.ts';
import { logCommand } from './command.ts';
import { readLine } from './reading.ts';
import { saveEntry } from './save.ts';

export const quickEntry: Feature = {
  name: 'quick-entry',
  commands: [logCommand],
  handlers: [
    handle(quickEntryApi.read, async ({ tx, now, who, body }) => {
      const read = await readLine(tx, now, { line: body.line, customer: body.customerId ?? undefined, asker: who.colleague });
      return {
        ...read,
        candidates: read.candidates.map(({ id, name, kind }) => ({ id, name, kind })),
        promises: read.promises.map(({ dueFrom, ...promise }) => ({
          ...promise,
          dueAt: promise.dueAt?.toString() ?? null,
          ...(dueFrom ? { dueFrom: dueFrom.toString() } : {}),
        })),
        facts: [...read.facts],
      };
    }),
    handle(quickEntryApi.save, async ({ tx, now, who, body }) => {
      const { personIds, colleagueIds, at, ...touchpoint } = body.touchpoint;
      const saved = await saveEntry(tx, now, who.colleague, {
        customer: body.customerId,
        touchpoint: { ...touchpoint, at: at === undefined ? undefined : Temporal.Instant.from(at) },
        participants: { persons: personIds, colleagues: colleagueIds },
        promises: body.promises,
        facts: body.facts,
      });
      return { touchpointId: saved.touchpoint, promiseIds: [...saved.promises], factIds: [...saved.facts] };
    }),
  ],
};
