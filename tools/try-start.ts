/**
 * `node tools/try-start.ts COMMAND`: starts Tend by that command on a data folder and a free port of its own, fetches a page with all its
 * parts, stops it as Ctrl-C does, and sees that no process stays.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const command = process.argv[2] ?? 'npm start';
const folder = mkdtempSync(join(tmpdir(), 'tend-start-'));
// Run as root, the database's own user has to get in.
chmodSync(folder, 0o755);
const child = spawn(command, {
  shell: true,
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, TEND_DATA: folder, TEND_PORT: '0', LANG: 'en' },
});
const ended = new Promise<string>((resolve) => child.once('exit', (code) => resolve(`${command} ended with ${code}`)));

try {
  const address = await Promise.race([addressIn(child.stdout), ended.then(refuse), inVain(180, `an address from ${command}`)]);
  await fetchPage(address);
  const before = Date.now();
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await Promise.race([ended, inVain(10, 'the end after Ctrl-C')]);
  console.log(`stopped after ${Date.now() - before} ms`);
  const left = await remaining();
  if (left.length > 0) refuse(`left behind: ${left.join('\n')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const line of await remaining()) process.kill(Number.parseInt(line, 10), 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function addressIn(output: Readable): Promise<string> {
  let said = '';
  return await new Promise((resolve) => {
    output.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      said += text;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}

async function fetchPage(address: string): Promise<void> {
  const page = await textAt(address);
  if (!page.includes('<title>Tend</title>')) refuse(`${address} is not the page`);
  const parts = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  for (const path of parts) await textAt(new URL(path, address).href);
  const description = JSON.parse(await textAt(new URL('/api/openapi.json', address).href)) as { paths: object };
  const routes = Object.keys(description.paths).length;
  if (parts.length === 0 || routes === 0) refuse('the page or the description of the interface is empty');
  console.log(`a page with ${parts.length} parts, and ${routes} routes described`);
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) refuse(`${address} answered ${answer.status}`);
  return await answer.text();
}

// Every process of this start names the data folder or belongs to its group. The last of them may take a moment to be gone.
async function remaining(): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const processes = execFileSync('ps', ['-eo', 'pid,pgid,stat,args'], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim());
    const ours = processes.filter((line) => {
      const [, group = '', state = ''] = line.split(/\s+/);
      return !state.startsWith('Z') && (line.includes(folder) || group === String(child.pid));
    });
    if (ours.length === 0 || tries === 20) return ours;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function inVain(seconds: number, what: string): Promise<never> {
  return await new Promise((_, reject) => setTimeout(() => reject(new Error(`waited ${seconds} s for ${what}`)), seconds * 1000).unref());
}

function refuse(reason: string): never {
  throw new Error(reason);
}
