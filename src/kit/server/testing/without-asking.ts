import pg from 'pg';
import { vi } from 'vitest';

/**
 * Takes the condition on the workspace out of every statement on its way to the database, as if the application forgot to ask for its own: what keeps workspaces apart then is the database
 * alone. `changed` says how often it did so.
 */
export function forgetToAskForTheWorkspace(): { changed: () => number; stop: () => void } {
  let changed = 0;
  type Query = (this: pg.Client, statement: unknown, ...rest: unknown[]) => unknown;
  const query = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')?.value as Query;
  const forget = (text: string) =>
    text.replaceAll(/(?:\b\w+\.|"\w+"\.)?"?workspace_id"? = (\$\d+)/g, (_, parameter: string) => {
      changed += 1;
      return `${parameter}::uuid is not null`;
    });
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, statement: unknown, ...rest: unknown[]) {
    if (typeof statement === 'string') return query.call(this, forget(statement), ...rest) as never;
    // A statement that is kept under a name is another one now.
    const { name: _, ...given } = statement as { name?: string; text?: string };
    if (given.text === undefined || !('values' in given)) return query.call(this, statement, ...rest) as never;
    return query.call(this, { ...given, text: forget(given.text) }, ...rest) as never;
  });
  return { changed: () => changed, stop: () => spy.mockRestore() };
}
