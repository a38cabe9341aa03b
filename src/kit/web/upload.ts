import { offline, problemFrom } from './problem.ts';
import { preferences } from './prefs.ts';

/**
 * Sends a file and tells how much of it has left, which `fetch` cannot. Resolves with the parsed answer, rejects with a
 * `Problem`, or with an `AbortError` when `signal` stops it.
 */
export function upload<Answer>(
  address: string,
  file: Blob,
  how: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('x-tend', '1');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', preferences().language);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (event) => how.onProgress?.(event.total === 0 ? 1 : event.loaded / event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Answer);
      else reject(problemFrom(request.status, request.response));
    };
    request.onerror = () => reject(offline());
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    how.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
