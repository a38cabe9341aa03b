// Starts Tend by the README's command on a data folder and a free port of its own, fetches a page, stops it, and sees that nothing stays.
// Runs on whatever Node the machine has.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const command = process.argv[2]?.split('&&').at(-1)?.trim();
if (!command) throw new Error('the README names no start command');

const folder = mkdtempSync(join(tmpdir(), 'tend-start-'));
chmodSync(folder, 0o755);
const child = spawn(command, {
  shell: true,
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, TEND_DATA: folder, TEND_PORT: '0', LANG: 'en' },
});
const ended = new Promise((resolve) => child.once('exit', resolve));

try {
  const address = await Promise.race([
    addressOf(child.stdout),
    ended.then((code) => refuse(`it ended with ${code} before it was ready`)),
    patience(120_000),
  ]);
  const page = await fetch(address);
  const text = await page.text();
  if (!page.ok || !text.includes('<title>Tend</title>')) refuse(`the page at ${address} answered ${page.status}`);
  for (const [, path] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
    const part = await fetch(new URL(path, address));
    if (!part.ok) refuse(`${path} answered ${part.status}`);
  }
  const document = await (await fetch(new URL('/api/openapi.json', address))).json();
  if (Object.keys(document.paths).length === 0) refuse('the OpenAPI document is empty');
  console.log(`a page, its parts and the OpenAPI document from ${address}`);

  const before = Date.now();
  // As Ctrl-C does: to everybody in the terminal's foreground.
  process.kill(-child.pid, 'SIGINT');
  await Promise.race([ended, patience(10_000)]);
  console.log(`stopped after ${Date.now() - before} ms`);
  const left = await remaining();
  if (left.length > 0) refuse(`left behind: ${left.join('\n')}`);
} finally {
  for (const pid of (await remaining()).map((line) => Number.parseInt(line, 10))) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

function addressOf(output) {
  let said = '';
  return new Promise((resolve) => {
    output.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      said += text;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) resolve(address);
    });
  });
}

// Every process of this start names the data folder or belongs to its group.
async function remaining() {
  const lines = () =>
    execFileSync('ps', ['-eo', 'pid,pgid,args'], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.includes(folder) || line.split(/\s+/)[1] === String(child.pid));
  for (let tries = 0; tries < 20 && lines().length > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  return lines();
}

function patience(milliseconds) {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(`waited ${milliseconds / 1000} s in vain`)), milliseconds).unref());
}

function refuse(reason) {
  throw new Error(reason);
}
