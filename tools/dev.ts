/**
 * `npm run dev`: the server, started again when its files change, and the pages, replaced in the browser while you type.
 * The pages stand at http://localhost:4270; the server behind them at TEND_PORT.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { root } from './tree.ts';

const port = process.env['TEND_PORT'] ?? '8363';
const host = process.env['TEND_HOST'] ?? '127.0.0.1';
process.env['TEND_API'] ??= `http://${host}:${port}`;

const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'src/app/main.js', 'serve'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TEND_PORT: port },
});
const pages = await createServer({ configFile: join(root, 'src/app/web/vite.config.ts') });
await pages.listen();
pages.printUrls();

const stopped = new Promise<void>((resolve) => server.once('exit', () => resolve()));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill('SIGTERM'));
await stopped;
await pages.close();
