import { describe, expect, test } from 'vitest';
import { Overtaken, sendOver } from './overtaken.ts';
import { Problem } from './problem.ts';

const before = { name: 'Maria', note: 'likes figs', owner: { id: '1', name: 'Eleni' } };

function change(fields: object, now: typeof before) {
  const sent: (string | undefined)[] = [];
  const outcome = sendOver({
    before,
    version: '"old"',
    change: fields,
    alias: { ownerId: 'owner' },
    send: async (version) => {
      sent.push(version);
      if (version === '"old"') throw new Problem({ status: 412, code: 'record.overtaken', detail: '' });
      return 'saved';
    },
    readAgain: async () => ({ now, version: '"new"' }),
  });
  return { outcome, sent };
}

describe('whoever saves after somebody else', () => {
  test('keeps both changes where they are about different things', async () => {
    const { outcome, sent } = change({ note: 'likes dates' }, { ...before, name: 'Maria K.' });
    expect(await outcome).toBe('saved');
    expect(sent).toEqual(['"old"', '"new"']);
  });

  test('is told what the other changed where both changed the same', async () => {
    const now = { ...before, note: 'allergic to figs', owner: { id: '2', name: 'Nikos' } };
    const { outcome, sent } = change({ note: 'likes dates', ownerId: '3' }, now);
    await expect(outcome).rejects.toMatchObject({ name: 'Overtaken', now, version: '"new"', fields: ['note', 'owner'] });
    expect(sent).toEqual(['"old"']);
  });

  test('hears of any other refusal as it is', async () => {
    const refusal = new Problem({ status: 422, code: 'people.name_missing', detail: '' });
    const outcome = sendOver({
      before,
      version: undefined,
      change: { name: '' },
      send: async () => await Promise.reject(refusal),
      readAgain: async () => ({ now: before, version: undefined }),
    });
    await expect(outcome).rejects.toBe(refusal);
    expect(refusal).not.toBeInstanceOf(Overtaken);
  });
});
