import type { Tx } from './db/index.ts';
import type { Services } from './services.ts';

export type LongWork = {
  /** Aborted when somebody asked the work to stop, and when the server stops. */
  readonly signal: AbortSignal;
  /** To be told how far the work is. */
  readonly onProgress: (done: number) => void;
  /** Whether it was somebody who asked, and not the server. */
  cancelled(): boolean;
  end(): Promise<void>;
};

/**
 * Watches work that is one long transaction: how far it is gets told (`report`, which answers whether somebody has asked for it to stop), and a
 * wish to stop is heard, on a connection of its own, since the work's own transaction shows nothing until it commits.
 */
export function watchLongWork(
  services: Services,
  workspace: string,
  stopping: AbortSignal,
  report: (tx: Tx, done: number) => Promise<boolean>,
): LongWork {
  const cancel = new AbortController();
  let done = 0;
  let telling: Promise<void> = Promise.resolve();
  const tell = async () => {
    const cancelled = await services.database.transaction({ workspace }, (tx) => report(tx, done));
    if (cancelled) cancel.abort(new Error('the work was cancelled'));
  };
  const timer = setInterval(() => {
    telling = telling.then(tell).catch((error: unknown) => services.log.warn({ err: error }, 'progress of long work'));
  }, 500);
  return {
    signal: AbortSignal.any([cancel.signal, stopping]),
    onProgress: (now) => {
      done = now;
    },
    cancelled: () => cancel.signal.aborted && !stopping.aborted,
    end: async () => {
      clearInterval(timer);
      await telling;
    },
  };
}
