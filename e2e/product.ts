import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export type Product = {
  readonly url: string;
  readonly dataFolder: string;
  /** Runs `tend WORDS` on the same data folder; answers what it printed and how it ended. */
  tend(words: string[], input?: string): Promise<{ code: number; out: string; errors: string }>;
  readonly process: ChildProcess;
  stop(): Promise<void>;
};

/** Boots the built product as a person would, on an empty data folder of its own. */
export async function bootProduct(env: Record<string, string> = {}): Promise<Product> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tend-journey-'));
  // Run as root, the database's own user must be able to pass through.
  chmodSync(dataFolder, 0o755);
  const settings = { ...process.env, TEND_DATA: dataFolder, TEND_PORT: '0', LANG: 'en', ...env };
  const child = spawn(process.execPath, ['src/app/main.js', 'serve'], { cwd: root, env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
  // Whoever fails before the product can be stopped takes it along all the same.
  const takeAlong = () => child.kill();
  process.once('exit', takeAlong);
  child.once('exit', () => process.removeListener('exit', takeAlong));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('exit', () => reject(new Error(`Tend did not start: ${said}`)));
  });
  return {
    url,
    dataFolder,
    process: child,
    tend: (words, input) => runTend(words, settings, input),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGINT');
        await ended;
      }
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * A port that was free a moment ago, where the product has to know its address beforehand. It is none of those that systems give to outgoing connections (Linux from 32768, others from 49152
 * on), so that none of those takes it meanwhile.
 */
export async function freePort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 10_000); ; port++) {
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

export async function runTend(words: string[], env: NodeJS.ProcessEnv, input = ''): Promise<{ code: number; out: string; errors: string }> {
  const child = spawn(process.execPath, ['src/app/main.js', ...words], { cwd: root, env });
  let [out, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdin.end(input);
  const code = await new Promise<number>((resolve) => child.once('exit', (exit) => resolve(exit ?? -1)));
  return { code, out, errors };
}
