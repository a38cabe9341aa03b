import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { fail } from '#kit/domain/result.ts';
import { combineSettings, type Combined } from './combine.ts';
import { otherNames, settingNames, settingsSchema, type Settings } from './known.ts';

/** Where a setting comes from: the environment, which wins, a file, or nobody has said anything. */
export type SettingSource = 'environment' | 'file' | 'default';

export type SettingsRead = {
  readonly settings: Settings;
  /** What several of them say together. */
  readonly combined: Combined;
  readonly sources: ReadonlyMap<string, SettingSource>;
  /** The file they were read from, where there is one. */
  readonly file: string | undefined;
  /** What is wrong with them, one line each; empty where they can be used. */
  readonly problems: readonly string[];
  /** What is wrong with them besides where a server is started. */
  readonly problemsToServe: readonly string[];
};

/** Read where Tend is started, unless `TEND_SETTINGS` names another. */
const usualFile = 'tend.env';

/**
 * Reads settings from the environment and from a file of lines `NAME=value`, as systemd and Docker read them; the environment wins. Collects what is wrong with them: values
 * that cannot be, names that nobody knows, in the file and among those of the environment that begin with `TEND_`, and what was given of several that belong together without the others.
 */
export function readSettings(env: NodeJS.ProcessEnv): SettingsRead {
  const problems: string[] = [];
  const { file, values: inFile } = readFile(env, problems);
  const inEnvironment = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => isOurs(name) && value !== '' && value !== undefined),
  );
  for (const name of Object.keys(inEnvironment)) if (!isKnown(name) && !otherNames.has(name)) problems.push(unknown(name));
  for (const name of Object.keys(inFile)) if (!isKnown(name)) problems.push(`${unknown(name)} (${file})`);
  const given = { ...inFile, ...inEnvironment };
  const parsed = settingsSchema.safeParse(given);
  const wrong = new Set<string>();
  for (const { path, message } of parsed.error?.issues ?? []) {
    problems.push(`${path.join('.')}: ${message}`);
    wrong.add(String(path[0]));
  }
  // With those left out that cannot be, the others can still be looked at.
  const settings = parsed.data ?? settingsSchema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
  const problemsToServe: string[] = [];
  // What is wrong by itself is missed nowhere else.
  const putInto = (found: string[]) => (problem: string) => {
    if (![...wrong].some((name) => problem.includes(name))) found.push(problem);
    return undefined;
  };
  const isGiven = (name: string) => name in given;
  const combined = combineSettings({ settings, isGiven, refuse: putInto(problems), refuseToServe: putInto(problemsToServe) });
  const sourceOf = (name: string) => (name in inEnvironment ? 'environment' : name in inFile ? 'file' : 'default');
  return { settings, combined, sources: new Map(settingNames.map((name) => [name, sourceOf(name)])), file, problems, problemsToServe };
}

function readFile(env: NodeJS.ProcessEnv, problems: string[]): { file: string | undefined; values: Record<string, string> } {
  const named = env['TEND_SETTINGS'];
  const file = resolve(named === undefined || named === '' ? usualFile : named);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' && (named === undefined || named === '')) return { file: undefined, values: {} };
    throw fail('settings.file_unreadable', { file, reason: code });
  }
  text.split(/\r?\n/).forEach((line, index) => {
    if (!/^\s*(?:#.*|[A-Za-z_][A-Za-z0-9_]*\s*=.*)?$/.test(line)) problems.push(`${file}, line ${index + 1}: is not NAME=value`);
  });
  const values = Object.entries(parseEnv(text)).filter(([, value]) => value !== '' && value !== undefined);
  return { file, values: Object.fromEntries(values) as Record<string, string> };
}

function isOurs(name: string): boolean {
  return name.startsWith('TEND_') || name === 'DATABASE_URL';
}

function isKnown(name: string): boolean {
  return settingNames.some((one) => one === name);
}

function unknown(name: string): string {
  const [nearest] = settingNames.map((one) => ({ one, distance: distanceOf(name, one) })).toSorted((a, b) => a.distance - b.distance);
  const isNear = nearest !== undefined && nearest.distance <= 3;
  return `${name}: is no setting${isNear ? `; ${nearest.one} is one` : ''}`;
}

/** How many letters have to be changed, added or left out to make one word of another (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
