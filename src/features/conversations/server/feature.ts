import { listColleagues } from '#features/access/server/index.ts';
import { viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { conversationsApi } from '../api.ts';
import { logTouchpoint, readTimeline, removeTouchpoint } from './actions.ts';
import { findTouchpoint, type TouchpointRow } from './store.ts';
import { summary } from './summary-store.ts';

export const conversations: Feature = {
  name: 'conversations',
  summary,
  handlers: [
    handle(conversationsApi.timeline, async ({ tx, now, services, params, query }) => {
      const { day, isPast } = await viewOf(tx, services.summary, now, query.asOf);
      const asked = { kinds: query.kinds, asOf: isPast ? day : undefined, cursor: query.after, limit: query.limit };
      const { touchpoints, next } = await readTimeline(tx, params.customer, asked);
      return { touchpoints: await answers(tx, touchpoints), next };
    }),
    handle(conversationsApi.log, async ({ tx, now, who, params, body }) => {
      const at = body.at === undefined ? undefined : Temporal.Instant.from(body.at);
      const row = await findTouchpoint(tx, await logTouchpoint(tx, now, who.colleague, params.customer, { ...body, at }));
      const [answer] = row ? await answers(tx, [row]) : [];
      if (!answer) throw fail('touchpoint.not_found');
      return answer;
    }),
    handle(conversationsApi.remove, async ({ tx, now, who, params }) => await removeTouchpoint(tx, now, who, params.touchpoint)),
  ],
};

async function answers(tx: Tx, rows: readonly TouchpointRow[]) {
  const names = new Map((await listColleagues(tx)).map((colleague) => [colleague.id, colleague.name]));
  return rows.map(({ id, kind, direction, reached, happened_at, minutes, summary: text, pulse, colleague_id }) => ({
    id,
    kind,
    direction,
    reached,
    at: happened_at.toString(),
    minutes,
    summary: text,
    pulse,
    colleague: { id: colleague_id, name: names.get(colleague_id) ?? '' },
  }));
}
