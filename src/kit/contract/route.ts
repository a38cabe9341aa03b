import type { z } from 'zod';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * The rights that a route may ask for. Which there are, and who has them, the feature says that knows the roles; it adds their names here
 * (`src/features/access/api.ts`).
 */
export interface Rights {}

/** Who may call a route: `anyone` without a session, `account` whoever is signed in, otherwise a colleague of the workspace with this right. */
export type Caller = 'anyone' | 'account' | keyof Rights;

/**
 * One operation of the HTTP interface, as a plain value. The server's router, the OpenAPI document, the typed web client
 * and the isolation test are all made from it.
 */
// The core of a schema: telling that something is one of Zod's takes the checker of types a hundred times as long.
export type Route = {
  readonly method: Method;
  /** OpenAPI form: `/api/promises/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly params?: z.core.$ZodObject;
  readonly query?: z.core.$ZodObject;
  readonly body?: z.core.$ZodType;
  /** What a 200 answers; absent for 204. */
  readonly answer?: z.core.$ZodType;
  /** The raw request body is streamed to the handler (uploads), or the handler answers a stream (downloads). */
  readonly raw?: 'upload' | 'download';
  /** It reads one record and tells its version (`ETag`). The fields named here are reckoned at each reading and are no part of it. */
  readonly versionWithout?: readonly string[];
  /** The route that reads the record which this one changes: with `If-Match` it is refused where the record is another by now. */
  readonly changes?: Route;
  /** Open also to whoever lacks the second factor that is required of them: who has none to show yet, or whoever lacks it. */
  readonly withoutSecondFactor?: 'set_up' | 'always';
  /** It answers a secret that is shown once and kept nowhere, so not for a repetition of the request either. */
  readonly answersSecret?: true;
};

/** Keeps the literal types of a route value, so that clients are typed by it. */
export function route<const R extends Route>(value: R): R {
  return value;
}
