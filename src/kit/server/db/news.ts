import pg from 'pg';
import type { News } from './transaction.ts';

const channel = 'tend_news';

/** More than this at once (an import, a round of the night) is told as one: "many things". */
const mostAtOnce = 20;

/** That somebody is to listen no more is told each by themselves. */
export const screensEnded = 'screens.ended';

export type NewsHeard = { readonly workspace: string; readonly news: News };

export type Listening = { close(): Promise<void> };

/**
 * Tells what a transaction did, right after its commit and not inside it: PostgreSQL commits transactions that notify one after the other, each with its own
 * wait for the disk, which would halve what a busy server can write. Whoever misses it because the process died in between hears of it when the screen
 * connects anew.
 */
export function tellNews(client: pg.PoolClient, workspace: string, news: readonly News[]): Promise<void> | undefined {
  if (news.length === 0 || workspace === '') return undefined;
  const told = (some: readonly News[]) => [
    ...new Set(some.map((one) => JSON.stringify([workspace, one.kind, one.customer, one.colleague]))),
  ];
  const each = told(news);
  if (each.length <= mostAtOnce) return tell(client, each);
  return tell(client, [JSON.stringify([workspace, 'many', null, null]), ...told(news.filter(({ kind }) => kind === screensEnded))]);
}

async function tell(client: pg.PoolClient, told: readonly string[]): Promise<void> {
  try {
    await client.query(`select pg_notify('${channel}', told) from unnest($1::text[]) as told`, [told]);
  } catch {
    // The connection is gone; so are the screens of this process, and they ask for everything when they are back.
  }
}

/** Hears what any process of the installation told. */
export async function listenForNews(where: pg.ClientConfig, heard: (news: NewsHeard) => void, lost: () => void): Promise<Listening> {
  const client = new pg.Client({ ...where, keepAlive: true });
  client.on('error', () => {});
  client.on('notification', ({ payload = '' }) => {
    const [workspace, kind, customer, colleague] = JSON.parse(payload) as [string, string, string | null, string | null];
    heard({ workspace, news: { kind, customer, colleague } });
  });
  await client.connect();
  client.once('end', lost);
  await client.query(`listen ${channel}`);
  return {
    close: async () => {
      client.removeListener('end', lost);
      await client.end();
    },
  };
}
