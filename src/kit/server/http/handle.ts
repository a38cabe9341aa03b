import type { z } from 'zod';
import type { Route } from '#kit/contract/route.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Tx } from '../db/index.ts';
import type { Services } from '../services.ts';
import type { Identity, Who } from '../identity.ts';

type Parsed<Schema> = unknown extends Schema ? undefined : z.output<Schema>;
type Answer<R extends Route> = R extends { answer: infer S } ? z.input<S> : R['raw'] extends 'download' ? Response : void;

type Base<R extends Route> = {
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  readonly request: Request;
  readonly services: Services;
  readonly now: Temporal.Instant;
  /** When the colleague did it: earlier than now where it waited on a device without a connection. */
  readonly doneAt: Temporal.Instant;
  readonly language: Language;
  /** Where the request comes from. */
  readonly address: string;
  /** Headers to send along with the answer. */
  readonly reply: Headers;
};

/**
 * What a handler gets. For a colleague's route that is not raw: an open transaction of the colleague's workspace, committed when
 * the handler answers and rolled back when it throws.
 */
export type Call<R extends Route> = Base<R> &
  (R['caller'] extends 'anyone'
    ? { readonly identity: Identity | undefined }
    : R['caller'] extends 'account'
      ? { readonly identity: Identity }
      : R['raw'] extends string
        ? { readonly who: Who; readonly identity: Identity }
        : { readonly who: Who; readonly identity: Identity; readonly tx: Tx });

export type Handler = {
  readonly route: Route;
  readonly run: (call: never) => Promise<unknown>;
};

/** Binds a contract's route to the function that answers it. */
export function handle<const R extends Route>(route: R, run: (call: Call<R>) => Promise<Answer<R>>): Handler {
  return { route, run };
}
