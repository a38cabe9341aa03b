import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type S3Server = {
  readonly endpoint: string;
  /** What lies in the bucket. */
  readonly objects: Map<string, { readonly bytes: Buffer; readonly type: string; readonly writtenAt: string }>;
  /** How many requests were refused for their signature. */
  refused(): number;
  stop(): Promise<void>;
};

/**
 * A storage that speaks the part of S3 that we use: it reckons each request's signature (AWS Signature Version 4) by itself and refuses what
 * does not match, asks for a length, and gives lists in pages of two.
 */
export async function startS3Server(account: { bucket: string; region: string; key: string; secret: string }): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  let refused = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bytesOf(request);
      const url = new URL(request.url ?? '/', 'http://localhost');
      const name = decodeURIComponent(url.pathname.slice(`/${account.bucket}/`.length));
      if (!isSigned(request, url, account)) {
        refused += 1;
        response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      } else if (!url.pathname.startsWith(`/${account.bucket}`)) {
        response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>');
      } else if (request.method === 'PUT') {
        if (request.headers['content-length'] === undefined) return response.writeHead(411).end();
        objects.set(name, { bytes: body, type: request.headers['content-type'] ?? '', writtenAt: '2026-03-01T00:00:00.000Z' });
        response.writeHead(200).end();
      } else if (request.method === 'DELETE') {
        objects.delete(name);
        response.writeHead(204).end();
      } else if (url.searchParams.get('list-type') === '2') {
        response.writeHead(200).end(listOf(objects, url.searchParams));
      } else {
        const found = objects.get(name);
        if (found) response.writeHead(200, { 'content-type': found.type }).end(found.bytes);
        else response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
      }
      return undefined;
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    refused: () => refused,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listOf(objects: S3Server['objects'], query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const names = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after).toSorted();
  const page = names.slice(0, 2);
  const contents = page.map(
    (name) => `<Contents><Key>${name}</Key><LastModified>${objects.get(name)?.writtenAt}</LastModified></Contents>`,
  );
  const next = names.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`;
}

/** As docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html describes it. */
function isSigned(request: IncomingMessage, url: URL, account: { region: string; key: string; secret: string }): boolean {
  const given = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(request.headers.authorization ?? '');
  if (!given) return false;
  const [, credential = '', signedHeaders = '', signature] = given;
  const moment = String(request.headers['x-amz-date']);
  const day = moment.slice(0, 8);
  const scope = `${day}/${account.region}/s3/aws4_request`;
  if (credential !== `${account.key}/${scope}`) return false;
  const escape = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams].map(([name, value]) => `${escape(name)}=${escape(value)}`).toSorted();
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const content = String(request.headers['x-amz-content-sha256']);
  const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), signedHeaders, content].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const signing = [day, account.region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${account.secret}`);
  return hmac(signing, toSign).toString('hex') === signature;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
