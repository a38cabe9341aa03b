import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundWorkspace } from '#features/access/server/index.ts';
import { languages } from '#kit/domain/languages.ts';
import { fail } from '#kit/domain/result.ts';
import type { Database, Scope } from '#kit/server/db/index.ts';
import { intlOf, translate } from '#kit/server/messages.ts';
import { features } from './features.ts';
import { openOwnInstallation, type OwnInstallation } from './testing/own-installation.ts';

const duties = features.flatMap((feature) => feature.duties ?? []);

test('every duty is called by a name that people read, on the page that says how it stands', () => {
  const names = duties.map(({ name }) => `workspace.status.duty.${name}`);
  expect(names.length).toBeGreaterThan(1);
  for (const language of languages) expect(names.filter((name) => !(name in intlOf(language).messages))).toEqual([]);
});

test('docs/operating.md says what runs by itself, and when', () => {
  const rows = duties.map(({ name, every }) => `| ${translate('en', `workspace.status.duty.${name}`)} | \`${every}\` |`);
  const text = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');
  const [, table = ''] = /\| duty \| crontab \|\n\| --- \| --- \|\n((?:\|.*\n)+)/.exec(text) ?? [];
  expect(table.trim().split('\n').toSorted()).toEqual(rows.toSorted());
});

describe('where one workspace cannot be worked in', () => {
  const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
  let ours: OwnInstallation;
  const workspaces: string[] = [];

  beforeAll(async () => {
    ours = await openOwnInstallation(() => now);
    for (const name of ['First', 'Second']) {
      const owner = { name: 'Eleni', email: `${name}@example.com`, password: 'a long password' };
      const told = { name, language: 'en', currency: 'EUR', timeZone: 'Europe/Athens', owner } as const;
      workspaces.push((await foundWorkspace(ours.services, told, { onlyFirst: false })).workspace.id);
    }
  });
  afterAll(() => ours.close());

  /** Lets nobody into the first workspace, and notes who was let in elsewhere. */
  function lockedOut(database: Database, entered: Set<string>): Database {
    const enter = ({ workspace }: Scope) => {
      if (workspace !== undefined) entered.add(workspace);
      if (workspace === workspaces[0]) throw fail('test.locked_out');
    };
    return {
      ...database,
      transaction: async (scope, run) => {
        enter(scope);
        return await database.transaction(scope, run);
      },
      read: async (scope, run) => {
        enter(scope);
        return await database.read(scope, run);
      },
    };
  }

  test.each(duties.map((duty) => [duty.name, duty] as const))('%s goes on in the others, and says that it failed', async (_, duty) => {
    const entered = new Set<string>();
    const services = { ...ours.services, database: lockedOut(ours.services.database, entered) };
    const outcome = await duty.run(services, new AbortController().signal).then(
      () => 'well',
      (error: Error) => error.message,
    );
    // Those that look after the installation as a whole enter none.
    expect([[...entered].toSorted(), outcome]).toEqual(entered.size === 0 ? [[], 'well'] : [workspaces.toSorted(), 'test.locked_out']);
  });
});
