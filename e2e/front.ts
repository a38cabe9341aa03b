import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

type Change = (path: string, text: string) => string;

/** What stands in front of Tend, and can show another release of it. */
export type Front = { readonly url: string; release(change: Change): void; stop(): Promise<void> };

/** Passes everything on to the product; pages, scripts beside them and the service worker may be changed on the way, as a new release would. */
export async function standInFront(productUrl: string): Promise<Front> {
  const behind = new URL(productUrl);
  let change: Change | undefined;
  const server = createServer((asked, answer) => {
    const path = asked.url ?? '/';
    const passed = request({ host: behind.hostname, port: behind.port, path, method: asked.method, headers: asked.headers }, (answered) => {
      const isText = /html|javascript/.test(answered.headers['content-type'] ?? '') && !path.startsWith('/assets/');
      if (!change || !isText) {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
        return;
      }
      void pass(change, path, answered, answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: (next) => {
      change = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function pass(change: Change, path: string, answered: IncomingMessage, answer: ServerResponse): Promise<void> {
  const { 'content-encoding': _, 'content-length': __, 'transfer-encoding': ___, ...headers } = answered.headers;
  const text = await textOf(answered);
  answer.writeHead(answered.statusCode ?? 502, headers).end(change(path, text));
}

async function textOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  switch (message.headers['content-encoding']) {
    case 'br':
      return brotliDecompressSync(bytes).toString();
    case 'gzip':
      return gunzipSync(bytes).toString();
    default:
      return bytes.toString();
  }
}
