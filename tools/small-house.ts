import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { filesOf, root } from './tree.ts';

/** A folder that stands by the rules of this repository, for trying what they notice. */
export type SmallHouse = {
  readonly folder: string;
  /** Runs one of our programs there (`node` is the one this runs on); answers what it said, however it ended. */
  run(program: string, ...words: string[]): Promise<string>;
  tearDown(): void;
};

/** Builds one from files of ours and from files made up for it. The configuration of all checks is there already. */
export function buildSmallHouse(ours: readonly string[], madeUp: Readonly<Record<string, string>> = {}): SmallHouse {
  const folder = mkdtempSync(join(tmpdir(), 'tend-house-'));
  const configuration = ['package.json', 'tsconfig*.json', 'vitest.config.ts', '.*.json', '.dependency-cruiser.js', 'src/app/floors.json'];
  for (const path of filesOf([...configuration, ...ours])) cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const [path, text] of Object.entries(madeUp)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    run: (program, ...words) => run(folder, program, words),
    tearDown: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function run(cwd: string, program: string, words: readonly string[]): Promise<string> {
  const script = program === 'node' ? [] : [join(root, 'node_modules/.bin', program)];
  const options = { cwd, env: { ...process.env, FORCE_COLOR: '0', CI: '' }, maxBuffer: 1 << 26 };
  // A check that found something ends with an error, and has said what it found all the same.
  const outcome = await promisify(execFile)(process.execPath, [...script, ...words], options).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return `${outcome.stdout}${outcome.stderr}`;
}
