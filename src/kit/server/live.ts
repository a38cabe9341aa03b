import { setTimeout as delay } from 'node:timers/promises';
import { screensEnded, type Database, type Listening, type News, type Tx } from './db/index.ts';

/** What a follower is told: something that happened, or that something may have been missed. */
export type Told = News | 'missed';

export type Follower = {
  readonly workspace: string;
  readonly colleague: string;
  /** The API key by which it listens, where it does. */
  readonly via?: string | undefined;
  hear(told: Told): void;
  /** The server stops, the colleague has too many screens open, or may listen no more: this one hears no more. */
  end(): void;
};

/** Tells screens of a workspace what happens in it, whichever process it happens in. */
export type Live = {
  /** From when this resolves on, the follower hears what is committed in its workspace and in no other; answers how to stop it. */
  follow(follower: Follower): Promise<() => void>;
  /** Runs whenever somebody is to listen no more, before what they listen by ends: so that nobody remembers them. */
  beforeEnding(run: () => void): void;
  close(): Promise<void>;
};

/** With the commit, whatever a colleague listens by ends, or whatever listens by an API key, in whatever process. Whoever may still listen comes back. */
export function endScreens(tx: Tx, colleagueOrKey: string): void {
  tx.announce({ kind: screensEnded, customer: null, colleague: colleagueOrKey });
}

/** A colleague with more screens than this open hears on the latest of them. */
const mostScreens = 12;
const backoff = [250, 500, 1000, 2000, 5000];

/** One connection listens for all screens of the process; it is opened with the first of them. */
export function makeLive(database: Pick<Database, 'listen'>): Live {
  const followers = new Map<string, Set<Follower>>();
  const stopping = new AbortController();
  const forgetting: (() => void)[] = [];
  let listening: Promise<Listening | undefined> | undefined;

  function tell(workspace: string, news: News): void {
    const some = [...(followers.get(workspace) ?? [])];
    if (news.kind !== screensEnded) return some.forEach((follower) => follower.hear(news));
    for (const forget of forgetting) forget();
    for (const follower of some) if ([follower.colleague, follower.via].includes(news.colleague ?? '')) follower.end();
  }

  function tellAll(told: Told): void {
    for (const some of followers.values()) for (const follower of some) follower.hear(told);
  }

  async function connect(isAgain: boolean): Promise<Listening | undefined> {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      try {
        const opened = await database.listen(
          ({ workspace, news }) => tell(workspace, news),
          () => {
            listening = stopping.signal.aborted ? undefined : connect(true);
          },
        );
        // Whatever happened while nobody listened.
        if (isAgain || attempt > 0) tellAll('missed');
        return opened;
      } catch {
        await delay(backoff[Math.min(attempt, backoff.length - 1)], undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      }
    }
    return undefined;
  }

  return {
    follow: async (follower) => {
      if (stopping.signal.aborted) {
        follower.end();
        return () => {};
      }
      const own = followers.get(follower.workspace) ?? new Set();
      followers.set(follower.workspace, own);
      own.add(follower);
      const screens = [...own].filter((one) => one.colleague === follower.colleague);
      for (const oldest of screens.slice(0, -mostScreens)) {
        own.delete(oldest);
        oldest.end();
      }
      listening ??= connect(false);
      // A database that cannot be reached just now does not hold the screen up: it is told what it missed.
      await Promise.race([listening, delay(1000, undefined, { ref: false })]);
      return () => {
        own.delete(follower);
        if (own.size === 0 && followers.get(follower.workspace) === own) followers.delete(follower.workspace);
      };
    },
    beforeEnding: (run) => forgetting.push(run),
    close: async () => {
      stopping.abort();
      for (const some of followers.values()) for (const follower of some) follower.end();
      followers.clear();
      await (await listening)?.close().catch(() => {});
    },
  };
}
