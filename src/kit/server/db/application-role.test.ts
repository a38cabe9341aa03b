import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { useTestDatabase } from '../testing/index.ts';
import { ensureApplicationRole } from './index.ts';

const clone = useTestDatabase();

test('two databases of one server may be opened at the same moment', async () => {
  const owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  const other = new URL(clone.ownerUrl);
  other.pathname = `/other_${randomUUID().replaceAll('-', '')}`;
  await owner.query(`create database ${other.pathname.slice(1)}`);
  try {
    for (let round = 0; round < 10; round++) {
      const opened = await Promise.all(
        [clone.ownerUrl, other.href, clone.ownerUrl, other.href].map((url) => ensureApplicationRole(url, inject('applicationRole'))),
      );
      expect(opened).toHaveLength(4);
    }
  } finally {
    await owner.query(`drop database ${other.pathname.slice(1)}`);
    await owner.end();
  }
});
