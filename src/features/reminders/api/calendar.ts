import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

export const calendarRoutes = {
  feed: route({
    method: 'get',
    path: '/api/calendar-feed',
    summary: 'Whether my calendar can be subscribed to, since when, and when it was last read',
    caller: 'keepPreferences',
    answer: z.object({ feed: z.object({ madeAt: z.iso.datetime(), readAt: z.iso.datetime().nullable() }).nullable() }),
  }),
  makeFeed: route({
    method: 'post',
    path: '/api/calendar-feed',
    summary: 'Create the address under which my calendar can be subscribed to, shown only once; an earlier one stops working',
    caller: 'keepPreferences',
    // Answers of other changes are kept for a retry; this secret is not.
    raw: 'download',
    answer: z.object({ path: z.string() }),
  }),
  revokeFeed: route({
    method: 'delete',
    path: '/api/calendar-feed',
    summary: 'Revoke the address under which my calendar can be subscribed to',
    caller: 'keepPreferences',
  }),
  readFeed: route({
    method: 'get',
    path: '/calendar/{file}',
    summary: 'The promises and planned talks of whoever made this secret address, as a calendar (RFC 5545)',
    caller: 'anyone',
    raw: 'download',
    params: z.object({ file: z.string().max(100) }),
  }),
};
