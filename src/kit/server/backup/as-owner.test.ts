import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refuseRootElsewhere } from './as-owner.ts';

const folder = mkdtempSync(join(tmpdir(), 'tend-owner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(process.getuid?.() !== 0)('root is refused where somebody else is to run Tend, also in a folder that is not there yet', () => {
  expect(() => refuseRootElsewhere(folder)).not.toThrow();
  expect(() => refuseRootElsewhere(join(folder, 'data'))).not.toThrow();
  chownSync(folder, 65_534, 65_534);
  for (const path of [folder, join(folder, 'data'), join(folder, 'data', 'deeper')])
    expect(() => refuseRootElsewhere(path)).toThrow('backup.as_root');
});
