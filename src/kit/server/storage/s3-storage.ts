import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { AwsClient } from 'aws4fetch';
import type { S3Settings, Storage } from './storage.ts';

/** Files in a bucket of Amazon S3 or of a storage that speaks its language, addressed by path, since not every storage has a name for each bucket. */
export function s3Storage({ endpoint, bucket, region, key, secret }: S3Settings): Storage {
  const signer = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries: 2 });
  const base = `${endpoint.replace(/\/$/, '')}/${bucket}`;
  const ask = async (method: string, address: string, init: RequestInit = {}) => {
    const answer = await signer.fetch(address, { method, ...init });
    if (!answer.ok && answer.status !== 404) throw new Error(`the file storage answered ${method} with ${answer.status}`);
    return answer;
  };
  return {
    take: async (name, file, mediaType) => {
      const answer = await ask('PUT', `${base}/${name}`, { body: await openAsBlob(file), headers: { 'content-type': mediaType } });
      if (!answer.ok) throw new Error('the file storage does not know the bucket');
      await rm(file, { force: true });
    },
    open: async (name) => {
      const answer = await ask('GET', `${base}/${name}`);
      if (answer.ok) return answer.body ?? undefined;
      await answer.body?.cancel();
      return undefined;
    },
    remove: async (name) => {
      await (await ask('DELETE', `${base}/${name}`)).body?.cancel();
    },
    async *list(workspace) {
      let next: string | undefined;
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix: `${workspace}/`, ...(next ? { 'continuation-token': next } : {}) });
        const page = await (await ask('GET', `${base}?${query.toString()}`)).text();
        for (const [, item = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = textIn(item, 'Key');
          const writtenAt = textIn(item, 'LastModified');
          if (name !== undefined && writtenAt !== undefined) yield { name, writtenAt: Temporal.Instant.from(writtenAt) };
        }
        next = textIn(page, 'NextContinuationToken');
      } while (next !== undefined);
    },
  };
}

/** Enough of XML for names that we made and tokens that only go back. */
function textIn(xml: string, element: string): string | undefined {
  const [, text] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? [];
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
