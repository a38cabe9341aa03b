import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

/** A server that is started again whenever it ends, as an operating system does it for a service. */
export type KeptServer = {
  /** Where it answers; undefined while it is down, and until it has said so. */
  readonly url: string | undefined;
  readonly starts: number;
  /** The longest that it took from a start until it was ready, in milliseconds. */
  readonly slowestStart: number;
  signal(signal: 'SIGKILL' | 'SIGTERM'): void;
  /** Waits until it says that it is ready; throws with its last words where it does not within three minutes. */
  becomeReady(): Promise<void>;
  end(): Promise<void>;
};

/** A machine may be busy with other things. */
const patience = 180_000;
/** Between an end and the next start, lest one that cannot start (its database is down) takes all of the machine. */
const pause = 200;

export function keepServer(settings: NodeJS.ProcessEnv): KeptServer {
  let process: ChildProcess | undefined;
  let url: string | undefined;
  let said = '';
  let [starts, slowestStart] = [0, 0];
  let isOver = false;

  async function runOnce(): Promise<void> {
    const began = performance.now();
    starts += 1;
    [url, said] = [undefined, ''];
    const child = start(settings, (text) => {
      // The last words of the one before may come late.
      if (process !== child) return;
      said = (said + text).slice(-4000);
      url ??= /http:\/\/\S+(?=\s)/.exec(said)?.[0];
    });
    process = child;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    while (isAlive(child) && !(await isReady(url))) await Promise.race([ended, delay(50)]);
    if (isAlive(child)) slowestStart = Math.max(slowestStart, performance.now() - began);
    await ended;
    url = undefined;
  }

  async function keep(): Promise<void> {
    await runOnce();
    await delay(pause);
    if (!isOver) await keep();
  }
  const keeping = keep();

  return {
    get url() {
      return url;
    },
    get starts() {
      return starts;
    },
    get slowestStart() {
      return slowestStart;
    },
    signal: (signal) => void process?.kill(signal),
    becomeReady: async () => {
      const until = performance.now() + patience;
      while (!(await isReady(url))) {
        if (performance.now() > until) throw new Error(`a server did not become ready within three minutes: ${said}`);
        await delay(50);
      }
    },
    end: async () => {
      isOver = true;
      process?.kill('SIGKILL');
      await keeping;
    },
  };
}

function start(env: NodeJS.ProcessEnv, hear: (text: string) => void): ChildProcess {
  const words = ['--import', './e2e/faults/clock.ts', 'src/app/main.js', 'serve'];
  const child = spawn(globalThis.process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  // Whoever is stopped in the middle takes it along.
  const takeAlong = () => child.kill('SIGKILL');
  globalThis.process.once('exit', takeAlong);
  child.once('exit', () => globalThis.process.removeListener('exit', takeAlong));
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  return child;
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function isReady(url: string | undefined): Promise<boolean> {
  if (url === undefined) return false;
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}
