/** What happened in the workspace, as the server tells it. `missed`: there may have been more. */
export type News = { readonly kind: string; readonly customer: string | null; readonly colleague: string | null };

/** A page that nobody looks at for this long lets go of its connection: browsers allow a host only six. */
const patience = 10_000;
const longestWait = 30_000;

/** Follows what happens while somebody looks at the page, and comes back by itself when the connection is lost. Answers how to stop. */
export function followLive(address: string, hear: (news: News | 'missed') => void): () => void {
  let source: EventSource | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let wasOpen = false;

  function open(): void {
    clearTimeout(waiting);
    if (source !== undefined || document.visibilityState === 'hidden') return;
    source = new EventSource(address);
    source.addEventListener('ready', () => {
      failures = 0;
      if (wasOpen) hear('missed');
      wasOpen = true;
    });
    source.addEventListener('news', (event: MessageEvent<string>) => hear(JSON.parse(event.data) as News));
    source.addEventListener('missed', () => hear('missed'));
    source.addEventListener('error', () => {
      close();
      waiting = setTimeout(open, waitFor(failures++));
    });
  }
  function close(): void {
    clearTimeout(waiting);
    source?.close();
    source = undefined;
  }
  function look(): void {
    if (document.visibilityState === 'visible') open();
    else waiting = setTimeout(close, patience);
  }

  open();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}

/** Longer each time, and not at the same moment for everybody whose server was away. */
function waitFor(failures: number): number {
  return Math.min(longestWait, 500 * 2 ** failures) * (0.5 + Math.random());
}

/**
 * Whether what was asked may be answered otherwise after what happened. What asks about one customer only follows that customer; lists and figures follow
 * everybody.
 */
export function isTouchedBy(news: News | 'missed', key: readonly unknown[]): boolean {
  const [path] = key;
  if (path === '/api/session') return false;
  if (news === 'missed' || news.customer === null) return true;
  const isAboutOne = typeof path === 'string' && path.includes('{customer}');
  return !isAboutOne || JSON.stringify(key).includes(news.customer);
}
