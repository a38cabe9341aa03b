import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { FailureError } from '#kit/domain/result.ts';
import { openDatabase, type Database, type Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { bareServices, useTestDatabase } from '#kit/server/testing/index.ts';
import { findAccountByEmail, insertAccount } from './account-store.ts';
import { acceptInvitation, invite, revokeInvitation } from './inviting.ts';
import { changeRole } from './roles.ts';
import { attempt } from './sign-in-guard.ts';
import { listColleagues, insertColleague } from './store.ts';
import { openToken, sealToken } from './sealed-token.ts';
import { accountVouchedFor } from './vouched-for.ts';
import { letColleagueBack, suspendColleague } from './suspending.ts';

const clone = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const workspace = newId();
const [eleni, nikos] = [newId(), newId()];
const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
let database: Database;
let services: Services;

// Several connections and real commits, as two browsers have them.
beforeAll(async () => {
  database = openDatabase(clone.applicationUrl);
  services = bareServices({ database, clock: () => now });
  await inside(async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens' });
    await insertColleague(tx, { ...seat, id: eleni, name: 'Eleni', email: 'eleni@example.com', role: 'owner' });
    await insertColleague(tx, { ...seat, id: nikos, name: 'Nikos', email: 'nikos@example.com', role: 'owner' });
  });
});

afterAll(async () => {
  await services.live.close();
  await database.close();
  // The application itself never deletes an invitation.
  const owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  for (const table of ['invitation', 'colleague', 'workspace'])
    await owner.query(`delete from ${table} where workspace_id = $1`, [workspace]);
  await owner.query('delete from account; delete from account_sign_in_failure; delete from account_token_used');
  await owner.end();
});

const inside = <T>(run: (tx: Tx) => Promise<T>) => database.transaction({ workspace }, run);
const by = { colleague: eleni, role: 'owner' } as const;
const codesOf = (tries: readonly PromiseSettledResult<unknown>[]) =>
  tries.map((one) =>
    one.status === 'fulfilled' ? 'done' : one.reason instanceof FailureError ? one.reason.failure.code : String(one.reason),
  );

async function accountOf(email: string) {
  const account = { id: newId(), name: email, email };
  await database.transaction({}, (tx) => insertAccount(tx, { ...account, credential: newId(), passwordHash: 'none' }));
  return account;
}

test('of two who open the same link at once, one comes in', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { token } = await inside((tx) => invite(tx, now, by, { name: 'Zoe', email: `zoe${round}@example.com`, role: 'colleague' }, []));
    const accounts = [await accountOf(`one${round}@example.com`), await accountOf(`other${round}@example.com`)];
    const tries = await Promise.allSettled(accounts.map((account) => acceptInvitation(services, token, { account })));
    expect(codesOf(tries).toSorted()).toEqual(['done', 'invitation.already_accepted']);
    const joined = (await inside(listColleagues)).filter(({ account_id: id }) => accounts.some((account) => account.id === id));
    expect(joined).toHaveLength(1);
  }
});

test('an account that comes in by two links at once has one place', async () => {
  for (let round = 0; round < 8; round += 1) {
    const account = await accountOf(`twice${round}@example.com`);
    const links = await Promise.all(
      ['a', 'b'].map((which) =>
        inside((tx) => invite(tx, now, by, { name: which, email: `${which}${round}@links.example`, role: 'reader' }, [])),
      ),
    );
    const tries = await Promise.allSettled(links.map(({ token }) => acceptInvitation(services, token, { account })));
    expect(codesOf(tries).toSorted()).toEqual(['done', 'invitation.already_colleague']);
  }
});

test('a link that is opened while it is taken back has one outcome', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { id, token } = await inside((tx) =>
      invite(tx, now, by, { name: 'Vera', email: `vera${round}@example.com`, role: 'reader' }, []),
    );
    const account = await accountOf(`vera-account${round}@example.com`);
    const codes = codesOf(
      await Promise.allSettled([acceptInvitation(services, token, { account }), inside((tx) => revokeInvitation(tx, now, eleni, id))]),
    );
    expect(['done,invitation.not_found', 'invitation.revoked,done']).toContain(codes.join(','));
  }
});

test('who is invited twice at once has one link that opens', async () => {
  const told = { name: 'Ali', email: 'ali@example.com', role: 'colleague' } as const;
  const codes = codesOf(await Promise.allSettled(Array.from({ length: 4 }, () => inside((tx) => invite(tx, now, by, told, [])))));
  expect(new Set(codes)).toSatisfy((all: Set<string>) => all.has('done') && [...all].every((code) => /^done$|already_made$/.test(code)));
  const { rows } = await inside((tx) =>
    tx.client.query<{ count: number }>(
      "select count(*)::int as count from invitation where email = 'ali@example.com' and ended_at is null",
    ),
  );
  expect(rows[0]?.count).toBe(1);
});

test('of two owners who demote, or let out, each other at once, one stays', async () => {
  for (let round = 0; round < 8; round += 1) {
    await Promise.allSettled([
      inside((tx) => changeRole(tx, now, eleni, { colleague: nikos, role: 'colleague' }, [])),
      round % 2 === 0
        ? inside((tx) => changeRole(tx, now, nikos, { colleague: eleni, role: 'reader' }, []))
        : inside((tx) => suspendColleague(tx, now, nikos, eleni)),
    ]);
    const owners = (await inside(listColleagues)).filter(({ role, suspended_at: left }) => role === 'owner' && left === null);
    expect(owners).toHaveLength(1);
    const [left] = owners;
    for (const id of [eleni, nikos].filter((one) => one !== left?.id)) {
      const other = (await inside(listColleagues)).find((one) => one.id === id);
      if (other?.suspended_at) await inside((tx) => letColleagueBack(tx, now, left?.id ?? '', id));
      if (other?.role !== 'owner') await inside((tx) => changeRole(tx, now, left?.id ?? '', { colleague: id, role: 'owner' }, []));
    }
  }
});

test('of many who bring the same token at once, one gets on', async () => {
  for (let round = 0; round < 8; round += 1) {
    const token = await sealToken(services, 'passkey shown', { challenge: 'x' });
    const opened = await Promise.all(Array.from({ length: 6 }, () => openToken(services, 'passkey shown', token)));
    expect(opened.filter((content) => content !== undefined)).toEqual([{ challenge: 'x' }]);
  }
});

test('who comes back from the provider in two windows at once has one account and one place', async () => {
  for (let round = 0; round < 8; round += 1) {
    const email = `vouched${round}@example.com`;
    await inside((tx) => invite(tx, now, by, { name: 'Zoe', email, role: 'colleague' }, []));
    const vouched = { subject: email, email, isVerified: true, name: 'Zoe' };
    const tries = await Promise.allSettled([1, 2].map(() => accountVouchedFor(services, vouched, 'en', '198.51.100.1')));
    expect(codesOf(tries)).toContain('done');
    expect((await inside(listColleagues)).filter((one) => one.email === email)).toHaveLength(1);
    expect(await accountVouchedFor(services, vouched, 'en', '198.51.100.1')).toBeTypeOf('string');
  }
});

test('a hundred guesses at once are no more than five', async () => {
  const guess = () =>
    attempt(services, { account: 'guessed@example.com', address: '198.51.100.1' }, async () => {
      throw new FailureError({ code: 'access.wrong_password', values: {} });
    });
  const codes = codesOf(await Promise.allSettled(Array.from({ length: 100 }, guess)));
  expect(codes.filter((code) => code === 'access.wrong_password')).toHaveLength(5);
  expect(await database.transaction({}, (tx) => findAccountByEmail(tx, 'guessed@example.com'))).toBeUndefined();
});
