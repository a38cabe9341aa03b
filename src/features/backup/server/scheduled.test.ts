import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { foundWorkspace } from '#features/access/server/index.ts';
import { checkBackup, listBackups, openSnapshot, readBackups } from '#kit/server/backup/index.ts';
import type { Services } from '#kit/server/services.ts';
import { bareServices, startMailServer, testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { letOldBackupsGo, makeDueBackup } from './scheduled.ts';

const db = useTestDatabase();
const start = Temporal.Instant.from('2026-03-02T12:00:00Z');
const signal = new AbortController().signal;
let folder: string;
let now: Temporal.Instant;
let services: Services;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tend-scheduled-'));
  now = start;
  const backup = { folder: join(folder, 'backups'), hour: 3, keep: { daily: 2, weekly: 0, monthly: 0 }, passphrase: undefined };
  services = servicesWith(backup);
  await foundWorkspace(
    services,
    {
      name: 'Elia',
      language: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Athens',
      owner: { name: 'Eleni', email: 'eleni@example.com', password: 'a long password' },
    },
    { onlyFirst: true },
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function servicesWith(backup: Services['config']['backup'], mail?: Services['config']['mail']): Services {
  const config = { ...testConfig(join(folder, 'data')), backup, mail };
  return bareServices({ database: db, clock: () => now, config, openSnapshot: () => openSnapshot(db.ownerUrl) });
}

const files = () => readdirSync(join(folder, 'backups')).toSorted();
const backups = () => db.transaction({}, (tx) => listBackups(tx, start.subtract({ hours: 1 })));

test('a backup that is due is made once, read back, and said to be whole', async () => {
  await makeDueBackup(services, signal);
  now = now.add({ minutes: 10 });
  await makeDueBackup(services, signal);
  expect(files()).toEqual(['tend-20260302T120000Z.tar.zst']);
  const [made] = await backups();
  expect(made).toMatchObject({ isScheduled: true, isEncrypted: false, failure: null });
  expect(made?.verifiedAt).not.toBeNull();
  expect(made?.sizeBytes).toBeGreaterThan(1000);
  expect((await checkBackup(join(folder, 'backups', files()[0] ?? ''), undefined)).head.madeAt).toBe(start.toString());
  const logged = await db.transaction({ workspace: await workspaceId() }, (tx) =>
    tx.client.query("select colleague_id as by, detail from event where kind = 'backup.made'"),
  );
  expect(logged.rows).toEqual([{ by: null, detail: { isScheduled: true, isEncrypted: false, withSecret: false } }]);
});

test('of those that need not be kept any longer each goes once there is a new one, with what was left unfinished; nothing else in the folder does', async () => {
  for (let day = 0; day < 4; day++) {
    await makeDueBackup(services, signal);
    await letOldBackupsGo(services);
    if (day === 0) {
      writeFileSync(join(folder, 'backups', 'my own notes.txt'), '');
      writeFileSync(join(folder, 'backups', 'tend-20260228T020000Z.tar.zst.part'), '');
    }
    now = now.add({ hours: 24 });
  }
  expect(files()).toEqual(['my own notes.txt', 'tend-20260304T120000Z.tar.zst', 'tend-20260305T120000Z.tar.zst']);
});

test('one that cannot be made is told to the owner once a day, stands on the page, and is tried again after an hour', async () => {
  const mail = await startMailServer();
  // A file stands where the folder should be.
  const taken = join(folder, 'taken');
  writeFileSync(taken, '');
  services = servicesWith({ ...services.config.backup, folder: join(taken, 'backups') }, mail.settings);
  try {
    await expect(makeDueBackup(services, signal)).rejects.toMatchObject({ failure: { code: 'backup.unwritable' } });
    now = now.add({ minutes: 30 });
    await makeDueBackup(services, signal);
    expect(await backups()).toHaveLength(1);
    now = now.add({ minutes: 40 });
    await expect(makeDueBackup(services, signal)).rejects.toThrow('backup.unwritable');
    expect(await backups()).toHaveLength(2);
    const { lastGood, lastFailed } = await db.transaction({}, readBackups);
    expect([lastGood, lastFailed?.failure]).toEqual([null, 'backup.unwritable']);
    expect(await told()).toEqual({
      reminders: [{ kind: 'backup_failed' }],
      letters: [{ to: 'eleni@example.com', subject: 'Elia: no backup was made' }],
    });
  } finally {
    await mail.stop();
  }
});

async function told(): Promise<{ reminders: unknown; letters: unknown }> {
  return await db.transaction({ workspace: await workspaceId() }, async (tx) => ({
    reminders: (await tx.client.query('select kind from reminder')).rows,
    letters: (await tx.client.query('select to_address as "to", subject from letter')).rows,
  }));
}

async function workspaceId(): Promise<string> {
  const { rows } = await db.transaction({}, (tx) => tx.client.query<{ id: string }>('select id from list_workspaces()'));
  return rows[0]?.id ?? '';
}

test('where none was made since it was due, none of the old ones goes', async () => {
  for (let day = 0; day < 3; day++) {
    await makeDueBackup(services, signal);
    now = now.add({ hours: 24 });
  }
  await letOldBackupsGo(services);
  expect(files()).toHaveLength(3);
});

test('one that was made is not called failed because old ones cannot be removed', async () => {
  const mail = await startMailServer();
  services = servicesWith(services.config.backup, mail.settings);
  try {
    await makeDueBackup(services, signal);
    // What is called like a backup and is a folder cannot be removed like a file.
    mkdirSync(join(folder, 'backups', 'tend-20260101T020000Z.tar.zst', 'in the way'), { recursive: true });
    mkdirSync(join(folder, 'backups', 'tend-20260102T020000Z.tar.zst', 'in the way'), { recursive: true });
    writeFileSync(join(folder, 'backups', 'tend-20260103T020000Z.tar.zst'), '');
    writeFileSync(join(folder, 'backups', 'tend-20260104T020000Z.tar.zst'), '');
    await expect(letOldBackupsGo(services)).rejects.toThrow('directory');
    expect(files()).toHaveLength(4);
    const { lastGood, lastFailed } = await db.transaction({}, readBackups);
    expect([lastGood?.failure, lastFailed]).toEqual([null, null]);
    expect(await told()).toEqual({ reminders: [], letters: [] });
  } finally {
    await mail.stop();
  }
});

test('one that breaks off because the server stops is no failure, and is made at the next start', async () => {
  const stopping = new AbortController();
  const { openSnapshot: open } = services;
  const stopped = {
    ...services,
    openSnapshot: async () => {
      const snapshot = await open();
      stopping.abort(new Error('the server is stopping'));
      return snapshot;
    },
  };
  await expect(makeDueBackup(stopped, stopping.signal)).rejects.toThrow('the server is stopping');
  expect(await backups()).toEqual([]);
  expect(files()).toEqual([]);
  expect(await told()).toEqual({ reminders: [], letters: [] });
  now = now.add({ minutes: 1 });
  await makeDueBackup(services, signal);
  expect(files()).toEqual(['tend-20260302T120100Z.tar.zst']);
});

test('without a folder none is made', async () => {
  await makeDueBackup(servicesWith({ ...services.config.backup, folder: undefined }), signal);
  expect(await backups()).toEqual([]);
});
