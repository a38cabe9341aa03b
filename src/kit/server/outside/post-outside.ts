import { request as overHttp, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as overHttps } from 'node:https';
import { isPublicUrl, lookupPublic } from './public-address.ts';

/** What came of calling an address outside: the answer's status and beginning, or why there was none. */
export type Answered = {
  /** Null without an answer. */
  readonly status: number | null;
  /** Without an answer: the time was over, where the name leads is not on the internet, or nobody could be reached there. */
  readonly failure: 'too_slow' | 'not_public' | 'unreachable' | null;
  /** The code of the system or of the TLS for it (`ECONNREFUSED`), or of the answer as it began to come. */
  readonly reason: string | null;
  /** The beginning of the answer. */
  readonly text: string;
  /** For how many seconds the other side asks to be left alone (`Retry-After`). */
  readonly retryAfterSeconds: number | null;
  readonly milliseconds: number;
};

type Call = {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
  /** Also inside of this network: the setting of whoever runs the installation, never a wish of whoever named the address. */
  readonly anywhere: boolean;
  /** How long it may take from the first byte sent to the last one kept. */
  readonly patience?: number;
  /** How much of the answer is wanted; the rest is not read. */
  readonly keptBytes?: number;
};

/**
 * Posts something to an address that somebody named. The address at which a name lies is looked at and then called, the same one, so that no second answer of a name
 * server leads elsewhere; each call has a connection of its own for that reason. Redirections are not followed. Never throws: what went wrong is an answer, too.
 */
export async function postOutside(address: string, call: Call): Promise<Answered> {
  const { headers, body, anywhere, patience = 10_000, keptBytes = 0 } = call;
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  const none = { status: null, text: '', retryAfterSeconds: null };
  // A name is looked at when it is looked up; numbers in its place never are.
  if (!anywhere && !isPublicUrl(address)) return { ...none, failure: 'not_public', reason: null, milliseconds: 0 };
  return await new Promise((resolve) => {
    try {
      const url = new URL(address);
      const ask = url.protocol === 'https:' ? overHttps : overHttp;
      const signal = AbortSignal.timeout(patience);
      const sent = ask(
        url,
        { method: 'POST', agent: false, signal, headers, ...(anywhere ? {} : { lookup: lookupPublic }) },
        (answer) =>
          void beginningOf(answer, keptBytes).then((text) =>
            resolve({
              status: answer.statusCode ?? 0,
              failure: null,
              reason: null,
              text,
              retryAfterSeconds: secondsIn(answer.headers['retry-after']),
              milliseconds: took(),
            }),
          ),
      );
      sent.once('error', (error: NodeJS.ErrnoException) => {
        const failure = signal.aborted ? 'too_slow' : error.code === 'ENOTPUBLIC' ? 'not_public' : 'unreachable';
        resolve({ ...none, failure, reason: failure === 'unreachable' ? (error.code ?? error.name) : null, milliseconds: took() });
      });
      sent.end(body);
    } catch (error) {
      // Headers that cannot be sent, or an address that is none.
      resolve({ ...none, failure: 'unreachable', reason: error instanceof Error ? error.name : null, milliseconds: took() });
    }
  });
}

async function beginningOf(answer: IncomingMessage, keptBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length >= keptBytes) break;
    }
  } catch {
    // It ended in the middle: what came is what there is.
  }
  answer.destroy();
  // A letter that was cut in two at the end is left out; a database keeps no zero bytes.
  return new TextDecoder('utf-8')
    .decode(Buffer.concat(pieces).subarray(0, keptBytes))
    .replace(/\uFFFD+$/, '')
    .replaceAll('\0', '');
}

function secondsIn(header: string | undefined): number | null {
  const seconds = Number(header);
  return header !== undefined && Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : null;
}
