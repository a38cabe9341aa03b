import type { Services } from './services.ts';

/**
 * Does something with each, one after the other. What fails with one is logged with what `tell` says of it (ids, never words) and holds up none of the others; the first failure is thrown
 * in the end, so that the status page shows it. Ends at once where `signal` is aborted.
 */
export async function oneByOne<T>(
  { log }: Pick<Services, 'log'>,
  all: Iterable<T>,
  options: { readonly tell: (one: T) => Record<string, string>; readonly signal?: AbortSignal | undefined },
  run: (one: T) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) {
    options.signal?.throwIfAborted();
    try {
      await run(one);
    } catch (error) {
      // Whoever stops says nothing of this one.
      options.signal?.throwIfAborted();
      log.error({ ...options.tell(one), err: error }, 'failed with one of several');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
