import { listOrganizations, listParents, setParents } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { fold } from './acquaintance.ts';

/** Organizations by name, those of the workspace and those that the file names. Read when the first one is asked for. */
export function createOrganizations(tx: Tx, newId: () => string) {
  let known: Map<string, string> | undefined;
  const mentioned = new Map<string, string>();
  const parents = new Map<string, string>();

  async function all(): Promise<Map<string, string>> {
    if (!known) {
      known = new Map();
      for (const { id, name } of await listOrganizations(tx)) {
        const key = fold(name) || name;
        if (!known.has(key)) known.set(key, id);
      }
    }
    return known;
  }

  return {
    async find(name: string): Promise<string | undefined> {
      return (await all()).get(fold(name) || name);
    },
    /** The organization of that name; one that nobody knows is to be made. */
    async ensure(name: string): Promise<string> {
      const organizations = await all();
      const key = fold(name) || name;
      const present = organizations.get(key);
      if (present !== undefined) return present;
      const id = newId();
      organizations.set(key, id);
      mentioned.set(id, name);
      return id;
    },
    async add(name: string, id: string): Promise<void> {
      const organizations = await all();
      const key = fold(name) || name;
      if (!organizations.has(key)) organizations.set(key, id);
    },
    belongs: (id: string, parent: string) => parents.set(id, parent),
    /** Those that have only been named so far. */
    takeMentioned(): ReadonlyMap<string, string> {
      const taken = new Map(mentioned);
      mentioned.clear();
      return taken;
    },
    /** Ties organizations to those that they belong to, except where that would close a circle. Answers who was left out. */
    async tie(): Promise<readonly string[]> {
      if (parents.size === 0) return [];
      const present = new Map(await listParents(tx));
      const tied = new Map<string, string>();
      const refused: string[] = [];
      for (const [id, parent] of parents) {
        let above: string | undefined = parent;
        while (above !== undefined && above !== id) above = present.get(above);
        if (above === id) refused.push(id);
        else {
          present.set(id, parent);
          tied.set(id, parent);
        }
      }
      await setParents(tx, tied);
      return refused;
    },
  };
}
