import { requireCustomer, timeZonesOf } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { promisesApi } from '../api.ts';
import { noticePromises } from '../domain/index.ts';
import { logWithPromises } from './log-with-promises.ts';

export const noticingHandlers: readonly Handler[] = [
  handle(promisesApi.notice, async ({ tx, now, body }) => {
    const customer = body.customerId ?? undefined;
    if (customer !== undefined) await requireCustomer(tx, customer);
    const known = customer === undefined ? undefined : (await timeZonesOf(tx, [customer])).get(customer);
    const timeZone = known ?? (await readWorkspace(tx)).timeZone;
    const noticed = noticePromises(body.text, now.toZonedDateTimeISO(timeZone).toPlainDateTime());
    return {
      timeZone,
      promises: noticed.map(({ dueAt, dueFrom, ...promise }) => ({
        ...promise,
        dueAt: dueAt?.toString() ?? null,
        dueFrom: dueFrom?.toString() ?? null,
      })),
    };
  }),
  handle(promisesApi.logWithPromises, async ({ tx, now, doneAt, who, params, body }) => {
    const { personIds, colleagueIds, at, ...touchpoint } = body.touchpoint;
    const logged = await logWithPromises(tx, now, who.colleague, params.customer, {
      touchpoint: { ...touchpoint, at: at === undefined ? doneAt : Temporal.Instant.from(at) },
      participants: { persons: personIds, colleagues: colleagueIds },
      promises: body.promises,
      doneAt,
    });
    return { touchpointId: logged.touchpoint, promiseIds: [...logged.promises] };
  }),
];
