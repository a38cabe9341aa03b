import type { Follower, Live, Told } from '../live.ts';

/** So often something is sent in any case, for whatever stands in between and gives up on silence. */
const heartbeat = 20_000;
/** A stream ends after so long and the browser comes back for the next, with its session looked at again. */
const lifetime = 5 * 60_000;
/** What a screen has not taken yet; beyond it, one word that it missed something takes the place of all. */
const mostWaiting = 64;

/** Server-sent events of what happens in a workspace: `news` with its kind, customer and colleague, and `missed` when there may have been more. */
export async function liveStream(live: Live, who: Pick<Follower, 'workspace' | 'colleague' | 'via'>): Promise<Response> {
  const text = new TextEncoder();
  let stop = () => {};
  let missed = false;
  let timers: NodeJS.Timeout[] = [];
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  function finish(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    stop();
  }
  function end(): void {
    if (!controller) return;
    finish();
    controller.close();
    controller = undefined;
  }
  function send(line: string): void {
    controller?.enqueue(text.encode(line));
  }
  function hear(told: Told): void {
    if (missed || (controller?.desiredSize ?? 0) <= 0) missed = true;
    else send(told === 'missed' ? 'event: missed\ndata: {}\n\n' : `event: news\ndata: ${JSON.stringify(told)}\n\n`);
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened;
      },
      pull: () => {
        if (!missed) return;
        missed = false;
        send('event: missed\ndata: {}\n\n');
      },
      cancel: () => {
        controller = undefined;
        finish();
      },
    },
    { highWaterMark: mostWaiting },
  );
  const unfollow = await live.follow({ ...who, hear, end });
  stop = unfollow;
  if (!controller) unfollow();
  timers = [setInterval(() => send(': here\n\n'), heartbeat), setTimeout(end, lifetime)];
  for (const timer of timers) timer.unref();
  send('retry: 1000\nevent: ready\ndata: {}\n\n');
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Neither kept, nor packed (which would hold it back), nor gathered by a proxy.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
