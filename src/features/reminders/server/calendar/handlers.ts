import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { calendarRoutes } from '../../api/calendar.ts';
import { readContents } from './contents.ts';
import { makeFeed, openedBy, revokeFeed } from './feed.ts';
import { findFeed } from './feed-store.ts';

/** No calendar program that means well reads one calendar more often. */
const reads = new RateLimiterMemory({ points: 60, duration: 600 });

export const calendarHandlers: readonly Handler[] = [
  handle(calendarRoutes.feed, async ({ tx, who }) => {
    const feed = await findFeed(tx, who.colleague);
    return { feed: feed ? { madeAt: feed.madeAt.toString(), readAt: feed.readAt?.toString() ?? null } : null };
  }),
  handle(calendarRoutes.makeFeed, async ({ services, now, who }) => {
    return { path: `/calendar/${await services.database.transaction(who, (tx) => makeFeed(tx, now, who.colleague))}.ics` };
  }),
  handle(calendarRoutes.revokeFeed, async ({ tx, now, who }) => await revokeFeed(tx, now, who.colleague)),
  handle(calendarRoutes.readFeed, async ({ services, now, params, request }) => {
    const secret = /^([\w-]{43})\.ics$/.exec(params.file)?.[1];
    if (secret === undefined) throw fail('calendar_feed.not_found');
    const text = await openedBy(services, secret, async (tx, colleague) => {
      await refuseHaste(colleague.id);
      const workspace = await readWorkspace(tx);
      const feed = await findFeed(tx, colleague.id);
      // Loaded when the first calendar program comes: it knows every rule of repetition.
      const { writeCalendar } = await import('./feed-text.ts');
      return writeCalendar({
        workspace: workspace.name,
        language: colleague.language,
        origin: services.config.publicUrl?.replace(/\/$/, '') ?? new URL(request.url).origin,
        since: feed?.madeAt ?? now,
        ...(await readContents(tx, now, todayOf(workspace, now), colleague.id)),
      });
    });
    return answer(text, request);
  }),
];

async function refuseHaste(colleague: string): Promise<void> {
  try {
    await reads.consume(colleague);
  } catch {
    throw fail('request.too_many_requests');
  }
}

/** Kept by nobody on the way, told to no other site; whoever has it already is told so. */
function answer(text: string, request: Request): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="tend.ics"' },
  });
}
