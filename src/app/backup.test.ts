import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest';
import { checkBackup, makeBackup, openSnapshot, restoreBackup, settleRestoration, type BackupSums } from '#kit/server/backup/index.ts';
import type { Config } from '#kit/server/config.ts';
import { openInstallation } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { postLetter, readLetters } from '#kit/server/mail/index.ts';
import { testConfig } from '#kit/server/testing/index.ts';
import { describeDatabase } from '../../tools/describe-database.ts';
import { features } from './features.ts';
import { makeServices, refreshTouched } from './services.ts';
import { fillWorkspace, type Filled } from './testing/filled-workspace.ts';
import { openOwnInstallation, type OwnInstallation } from './testing/own-installation.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const clock = () => now;
const passphrase = 'one that nobody guesses';
const folder = mkdtempSync(join(tmpdir(), 'tend-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let ours: OwnInstallation;
let filled: Filled;
const made: string[] = [];

beforeEach(async () => {
  ours = await openOwnInstallation(clock);
  filled = await fillWorkspace(ours.services, 'ours@example.com');
});
afterEach(async () => {
  await ours.close();
  await asAdmin(async (admin) => {
    for (const name of made.splice(0)) await admin.query(`drop database ${name} with (force)`);
  });
});

async function asAdmin<T>(run: (admin: pg.Client) => Promise<T>, url: string = inject('postgresUrl')): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await run(admin);
  } finally {
    await admin.end();
  }
}

/** The settings of an installation that nobody has started yet, on an empty database. */
async function emptyInstallation(owner?: string): Promise<Config & { databaseUrl: string }> {
  const name = `tend_empty_${newId().replaceAll('-', '')}`;
  made.push(name);
  await asAdmin((admin) => admin.query(`create database ${name} ${owner === undefined ? '' : `owner ${owner}`}`));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  if (owner !== undefined) Object.assign(url, { username: owner, password: 'owner' });
  const dataFolder = join(folder, name);
  mkdirSync(dataFolder);
  return { ...testConfig(dataFolder), databaseUrl: url.href, isSecretSet: false, secret: 'made at the first start, and long enough' };
}

async function backUpOurs(options: { passphrase?: string; withSecret?: boolean } = {}): Promise<{ file: string; sums: BackupSums }> {
  const file = join(folder, `${newId()}.tar.zst`);
  const { config, openSnapshot: open } = ours.services;
  const { sums } = await makeBackup({
    file,
    openSnapshot: open,
    config,
    now,
    passphrase: options.passphrase,
    withSecret: options.withSecret ?? false,
  });
  return { file, sums };
}

const restore = (file: string, config: Config, given?: string) =>
  restoreBackup({ file, config, passphrase: given, now, jobsLeftOut: new Set(['reminders.push']) });

/** What a backup of it would count, table by table. */
async function sumsOf(ownerUrl: string): Promise<BackupSums> {
  const file = join(folder, `${newId()}.tar.zst`);
  const config = testConfig(join(folder, 'nothing'));
  return (await makeBackup({ file, openSnapshot: () => openSnapshot(ownerUrl), config, now, withSecret: false })).sums;
}

function addFile(): string {
  const attachments = join(ours.services.config.dataFolder, 'attachments', filled.workspace);
  mkdirSync(attachments, { recursive: true });
  const name = newId();
  // Longer than one piece, and of a length that no piece has.
  writeFileSync(join(attachments, name), Buffer.alloc(2_500_001, 'price list '));
  writeFileSync(join(attachments, newId()), '');
  return name;
}

test('a backup gives an empty installation everything back: every table to the byte, the schema, the files, the queue and the secret', async () => {
  const name = addFile();
  await ours.services.database.transaction({ workspace: filled.workspace }, (tx) =>
    postLetter(tx, now, { purpose: 'x', to: 'a@b.example', subject: 's', text: 't', html: 'h', giveUpAt: now.add({ hours: 1 }) }),
  );
  const { file, sums } = await backUpOurs({ passphrase, withSecret: true });
  expect(sums.files.count).toBe(2);
  const config = await emptyInstallation();
  const restored = await restore(file, config, passphrase);

  const { restoration, ...tables } = (await sumsOf(config.databaseUrl)).tables;
  const { restoration: before, ...expected } = sums.tables;
  expect(tables).toEqual(expected);
  expect([before?.lines, restoration?.lines]).toEqual([0, 1]);
  expect(Object.values(expected).reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(50);
  expect(await asAdmin(describeDatabase, config.databaseUrl)).toBe(await asAdmin(describeDatabase, ours.ownerUrl));

  const at = join(config.dataFolder, 'attachments', filled.workspace, name);
  expect(readFileSync(at).equals(readFileSync(join(ours.services.config.dataFolder, 'attachments', filled.workspace, name)))).toBe(true);
  expect(readFileSync(join(config.dataFolder, 'secret'), 'utf8')).toBe(ours.services.config.secret);
  expect(restored.config.secret).toBe(ours.services.config.secret);
  const jobs = await openSnapshot(config.databaseUrl);
  expect(jobs.jobs.map((job) => job.name)).toContain('kit.send_letter');
  await jobs.close();
});

test('a file that rows need and that is gone is told with the backup, which is made all the same', async () => {
  const here = addFile();
  const known = filled.ids['attachment'] ?? '';
  await ours.services.database.transaction({ workspace: filled.workspace }, async (tx) => {
    const copy = `insert into attachment select workspace_id, $3::uuid, customer_id, 'file', name, media_type, size_bytes, sha256, added_at, added_by, $4::timestamptz, null from attachment
      where workspace_id = $1 and id = $2`;
    await tx.client.query(copy, [tx.workspace, known, here, null]);
    // Of one that was removed the bytes may be gone.
    await tx.client.query(copy, [tx.workspace, known, newId(), now.toString()]);
  });
  const file = join(folder, `${newId()}.tar.zst`);
  const { config, openSnapshot: open } = ours.services;
  const { missing, sums } = await makeBackup({ file, openSnapshot: open, config, now, withSecret: false });
  expect([missing, sums.files.missing]).toEqual([[`${filled.workspace}/${known}`], 1]);
  expect((await checkBackup(file, undefined)).sums.files).toMatchObject({ count: 2, missing: 1 });
});

test('a file of somebody who was erased while the backup was made is missed by nobody', async () => {
  const { config, openSnapshot: open } = ours.services;
  const { missing } = await makeBackup({
    file: join(folder, `${newId()}.tar.zst`),
    openSnapshot: async () => {
      const snapshot = await open();
      await ours.services.database.transaction({ workspace: filled.workspace }, (tx) =>
        tx.client.query('delete from attachment where workspace_id = $1', [tx.workspace]),
      );
      return snapshot;
    },
    config,
    now,
    withSecret: false,
  });
  expect(missing).toEqual([]);
});

test('an owner who is no superuser makes and restores the same', async () => {
  const role = `owner_${newId().replaceAll('-', '')}`;
  await asAdmin((admin) => admin.query(`create role ${role} login createrole password 'owner'`));
  // On a server of its own it would have made these roles itself.
  await asAdmin((admin) => admin.query(`grant tend_app, tend_operator, tend_backup to ${role} with admin option`));
  const { file, sums } = await backUpOurs();
  const config = await emptyInstallation(role);
  await restore(file, config);
  const { restoration: _, ...tables } = (await sumsOf(config.databaseUrl)).tables;
  const { restoration: __, ...expected } = sums.tables;
  expect(tables).toEqual(expected);
});

test('what waited to be told outside is not told by the restored installation too', async () => {
  await ours.services.database.transaction({ workspace: filled.workspace }, (tx) =>
    postLetter(tx, now, { purpose: 'x', to: 'a@b.example', subject: 's', text: 't', html: 'h', giveUpAt: now.add({ hours: 1 }) }),
  );
  const { file } = await backUpOurs();
  const { config } = await restore(file, await emptyInstallation());
  const later = () => now.add({ hours: 30 });
  const installation = await openInstallation(config, { refreshTouched: refreshTouched(later) });
  const services = makeServices(config, installation.database, later, installation.ownerUrl);
  try {
    await settleRestoration(services, features);
    const once = await sumsOf(installation.ownerUrl);
    await settleRestoration(services, features);
    expect((await sumsOf(installation.ownerUrl)).tables).toEqual(once.tables);
    const letters = await services.database.transaction({ workspace: filled.workspace }, (tx) => readLetters(tx, now));
    expect(letters.waiting).toBe(0);
    expect(letters.givenUp.map(({ to_address: to, failure }) => [to, failure])).toContainEqual(['a@b.example', 'restored']);
    const { rows } = await services.database.transaction({ workspace: filled.workspace }, (tx) =>
      tx.client.query<{ count: number }>("select count(*)::integer as count from count_jobs() where name = 'reminders.push'"),
    );
    expect(rows).toEqual([{ count: 0 }]);
  } finally {
    await services.live.close();
    await installation.close();
  }
});

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'nothing',
    (error: { failure?: { code: string } }) => error.failure?.code ?? error,
  );
}

async function isUntouched({ databaseUrl, dataFolder }: { databaseUrl: string; dataFolder: string }): Promise<boolean> {
  const { rowCount } = await asAdmin(
    (admin) => admin.query("select from pg_class where relnamespace = 'public'::regnamespace"),
    databaseUrl,
  );
  return rowCount === 0 && !existsSync(join(dataFolder, 'secret')) && !existsSync(join(dataFolder, 'attachments'));
}

test('a file that is cut off, encrypted otherwise or no backup at all is refused, and nothing is changed', async () => {
  addFile();
  const { file } = await backUpOurs({ passphrase, withSecret: true });
  const plain = await backUpOurs();
  const config = await emptyInstallation();
  const broken = join(folder, 'broken');
  const refusedWith = async (bytes: Uint8Array, given?: string) => {
    writeFileSync(broken, bytes);
    return await refusal(restore(broken, config, given));
  };
  const [sealed, open] = [readFileSync(file), readFileSync(plain.file)];
  expect(await refusal(restore(file, config))).toBe('backup.passphrase_needed');
  expect(await refusal(restore(file, config, 'another passphrase'))).toBe('backup.passphrase_wrong');
  expect(await refusal(restore(join(folder, 'nowhere'), config))).toBe('backup.missing');
  expect(await refusedWith(Buffer.from('PK and so on, a ZIP archive'))).toBe('backup.no_backup');
  expect(await refusedWith(Buffer.alloc(0))).toBe('backup.no_backup');
  expect(await refusedWith(sealed.subarray(0, sealed.length - 1), passphrase)).toBe('backup.damaged');
  expect(await refusedWith(sealed.subarray(0, 300), passphrase)).toBe('backup.damaged');
  for (let part = 1; part < 12; part++) {
    const at = Math.floor((open.length * part) / 12);
    expect(await refusedWith(open.subarray(0, at)), `cut off at ${at}`).toBe('backup.damaged');
  }
  expect(await isUntouched(config)).toBe(true);
});

test('of a file in which a bit was turned nothing else than what was written is given back', async () => {
  const { file } = await backUpOurs();
  const [open, whole] = [readFileSync(file), await checkBackup(file, undefined)];
  const broken = join(folder, 'turned');
  const outcomes = new Map<string, number>();
  for (let part = 1; part < 300; part++) {
    const turned = Buffer.from(open);
    const at = Math.floor((open.length * part) / 300);
    turned[at] = (turned[at] ?? 0) ^ (1 << (part % 8));
    writeFileSync(broken, turned);
    const said = await checkBackup(broken, undefined).catch((error: { failure?: { code: string } }) => error.failure?.code);
    // Compressed files hold a few bits that say nothing.
    if (typeof said === 'object') expect(said).toEqual(whole);
    const outcome = typeof said === 'object' ? 'whole' : String(said);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect([...outcomes.keys()].filter((outcome) => outcome !== 'whole')).toEqual(['backup.damaged']);
  expect(outcomes.get('backup.damaged')).toBeGreaterThan(250);
});

test('an installation that is used, another secret that was set, and a Tend that runs are refused, and nothing is changed', async () => {
  const { file } = await backUpOurs({ withSecret: true });
  const used = { ...testConfig(join(folder, 'used')), databaseUrl: ours.ownerUrl, isSecretSet: false };
  mkdirSync(used.dataFolder);
  const before = await sumsOf(ours.ownerUrl);
  expect(await refusal(restore(file, used))).toBe('backup.not_empty');
  expect((await sumsOf(ours.ownerUrl)).tables).toEqual(before.tables);
  const config = await emptyInstallation();
  expect(await refusal(restore(file, { ...config, isSecretSet: true }))).toBe('backup.other_secret');
  expect(await isUntouched(config)).toBe(true);
  const running = new pg.Client({ connectionString: config.databaseUrl });
  await running.connect();
  await running.query('select pg_advisory_lock_shared(8363002)');
  const plain = await backUpOurs();
  expect(await refusal(restore(plain.file, config))).toBe('backup.in_use');
  await running.end();
  expect(await isUntouched(config)).toBe(true);
});

test('an installation that was started and never used takes a backup, too', async () => {
  const { file, sums } = await backUpOurs();
  const config = await emptyInstallation();
  await (await openInstallation(config)).close();
  await restore(file, config);
  expect((await sumsOf(config.databaseUrl)).tables['customer']).toEqual(sums.tables['customer']);
});

test('a backup shows one moment: what is committed meanwhile is not in it, and only one is made at a time', async () => {
  const snapshot = await openSnapshot(ours.ownerUrl);
  try {
    await ours.services.database.transaction({ workspace: filled.workspace }, (tx) =>
      tx.client.query("update workspace set name = 'Written meanwhile'"),
    );
    expect(await refusal(openSnapshot(ours.ownerUrl))).toBe('backup.under_way');
    const table = snapshot.tables.find(({ name }) => name === 'workspace');
    if (!table) throw new Error('there is a table of workspaces');
    let text = '';
    for await (const piece of snapshot.rows(table)) text += Buffer.from(piece).toString();
    expect(text).toContain('Ours, the confidential one');
  } finally {
    await snapshot.close();
  }
});

test('without its secret asked for, a file that everybody can read does not hold it', async () => {
  expect((await checkBackup((await backUpOurs()).file, undefined)).secret).toBeUndefined();
  expect((await checkBackup((await backUpOurs({ withSecret: true })).file, undefined)).secret).toBe(ours.services.config.secret);
});

test('whoever makes a backup may read every table, and change none', async () => {
  const { rows } = await asAdmin(
    (admin) =>
      admin.query<{ name: string }>(
        `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not (has_table_privilege('tend_backup', c.oid, 'select') and not has_table_privilege('tend_backup', c.oid, 'insert, update, delete, truncate')
           and (not c.relrowsecurity or exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'r' and 'tend_backup'::regrole = any (p.polroles))))`,
      ),
    ours.ownerUrl,
  );
  // The list of migrations is read by the owner.
  expect(rows.map(({ name }) => name)).toEqual([]);
});
