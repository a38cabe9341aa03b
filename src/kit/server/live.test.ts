import { expect, test } from 'vitest';
import type { Listening, NewsHeard } from './db/index.ts';
import { makeLive, type Told } from './live.ts';

const news = { kind: 'touchpoint.logged', customer: 'maria', colleague: 'nikos' };

/** A database whose connection the test can lose, and refuse. */
function listenable() {
  const state = { refusals: 0, opened: 0, closed: 0, tell: (_heard: NewsHeard) => {}, lose: () => {} };
  return {
    state,
    listen: async (heard: (news: NewsHeard) => void, lost: () => void): Promise<Listening> => {
      if (state.refusals-- > 0) throw new Error('the database is away');
      state.opened++;
      state.tell = heard;
      state.lose = lost;
      return { close: async () => void state.closed++ };
    },
  };
}

function screen(workspace: string, colleague = 'eleni') {
  const told: (Told | 'end')[] = [];
  return { told, follower: { workspace, colleague, hear: (one: Told) => told.push(one), end: () => told.push('end') } };
}

test('a screen hears what happens in its own workspace, until it is closed', async () => {
  const database = listenable();
  const live = makeLive(database);
  const [ours, theirs] = [screen('ours'), screen('theirs')];
  const stop = await live.follow(ours.follower);
  await live.follow(theirs.follower);
  database.state.tell({ workspace: 'ours', news });
  stop();
  database.state.tell({ workspace: 'ours', news });
  expect(ours.told).toEqual([news]);
  expect(theirs.told).toEqual([]);
  expect(database.state.opened).toBe(1);
});

test('after the connection was lost, screens are told that they may have missed something', async () => {
  const database = listenable();
  const live = makeLive(database);
  const { told, follower } = screen('ours');
  await live.follow(follower);
  database.state.refusals = 1;
  database.state.lose();
  await expect.poll(() => told).toEqual(['missed']);
  database.state.tell({ workspace: 'ours', news });
  expect(told).toEqual(['missed', news]);
  expect(database.state.opened).toBe(2);
});

test('of very many screens of one colleague the oldest hear no more; others are not touched by it', async () => {
  const live = makeLive(listenable());
  const other = screen('ours', 'nikos');
  await live.follow(other.follower);
  const screens = Array.from({ length: 13 }, () => screen('ours'));
  for (const { follower } of screens) await live.follow(follower);
  expect(screens.map(({ told }) => told)).toEqual([['end'], ...Array.from({ length: 12 }, () => [])]);
  expect(other.told).toEqual([]);
});

test('closing ends every screen and the connection, and nobody begins anew', async () => {
  const database = listenable();
  const live = makeLive(database);
  const { told, follower } = screen('ours');
  await live.follow(follower);
  await live.close();
  const late = screen('ours');
  await live.follow(late.follower);
  expect([told, late.told, database.state.closed]).toEqual([['end'], ['end'], 1]);
});

test('who is to listen no more is ended with the commit, by a key only what listens by it, and is remembered by nobody', async () => {
  const database = listenable();
  const live = makeLive(database);
  const [desk, till, nikos] = [screen('ours', 'eleni'), screen('ours', 'eleni'), screen('ours', 'nikos')];
  const forgotten: string[] = [];
  live.beforeEnding(() => forgotten.push('both'));
  await live.follow(desk.follower);
  await live.follow({ ...till.follower, via: 'a key' });
  await live.follow(nikos.follower);
  const ends = (whose: string) =>
    database.state.tell({ workspace: 'ours', news: { kind: 'screens.ended', customer: null, colleague: whose } });
  ends('a key');
  expect([desk.told, till.told, nikos.told]).toEqual([[], ['end'], []]);
  ends('nikos');
  expect([desk.told, till.told, nikos.told]).toEqual([[], ['end'], ['end']]);
  expect(forgotten).toEqual(['both', 'both']);
});
