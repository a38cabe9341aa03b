/**
 * `npm run new-feature -- NAME [--one ONE] [--floor N] [--about TEXT]`: a feature with a working first slice: a table, a rule, an
 * action, two routes, a page and its words; registered in the composition. N counts the floors of src/app/floors.json from 0;
 * a name that stands there already needs none.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesOf, floorsOf, root, textOf } from './tree.ts';

type Names = Readonly<Record<string, string>>;

const template = 'tools/new-feature/template/';

function refuse(reason: string): never {
  console.error(`new-feature: ${reason}`);
  process.exit(2);
}

function namesOf(feature: string, one: string, about: string): Names {
  return {
    feature,
    about,
    words: feature.replaceAll('-', ' '),
    table: one.replaceAll('-', '_'),
    many: camel(feature),
    Many: pascal(feature),
    one: camel(one),
    One: pascal(one),
    'one-file': one,
    Title: feature.charAt(0).toUpperCase() + feature.slice(1).replaceAll('-', ' '),
  };
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  return camel(name).replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

function fill(text: string, names: Names): string {
  return text.replaceAll(/~([\w-]+)~/g, (_, name: string) => names[name] ?? refuse(`the template asks for ${name}`));
}

function writeFolder(names: Names): void {
  for (const path of filesOf(`${template}**/*.txt`)) {
    const target = join(root, 'src/features', names['feature'] ?? '', fill(path.slice(template.length, -'.txt'.length), names));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, fill(textOf(path), names));
  }
}

function writeMigration(names: Names): string {
  const next = filesOf('db/migrations/*.sql').length + 1;
  const path = `db/migrations/${String(next).padStart(4, '0')}_${camel(names['feature'] ?? '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}.sql`;
  writeFileSync(join(root, path), fill(textOf('tools/new-feature/migration.sql.txt'), names));
  return path;
}

/** The floors with the feature on its own: the given one, or the one where its name stands already. */
function takePlace(feature: string, floor: string | undefined): string[][] {
  const floors = floorsOf();
  const standing = floors.findIndex((names) => names.includes(feature));
  if (standing < 0 && floor === undefined) refuse(`say --floor 0 to ${floors.length - 1}; src/app/floors.json does not know ${feature}`);
  const wanted = floor === undefined ? standing : Number(floor);
  const names = floors[wanted];
  if (!names) refuse(`there is no floor ${floor}; they go from 0 to ${floors.length - 1}`);
  if (standing >= 0 && standing !== wanted) refuse(`${feature} stands on floor ${standing} in src/app/floors.json`);
  if (standing < 0) names.push(feature);
  const lines = floors.map((one) => `  [${one.map((name) => `"${name}"`).join(', ')}]`);
  writeFileSync(join(root, 'src/app/floors.json'), `[\n${lines.join(',\n')}\n]\n`);
  return floors;
}

function registerServer(names: Names, floors: readonly string[][]): void {
  const floorOf = (feature: string) => floors.findIndex((floor) => floor.some((name) => camel(name) === feature));
  const { feature = '', many = '' } = names;
  rewriteList('src/app/features.ts', 'features', `import { ${many} } from '#features/${feature}/server/index.ts';`, (list) => {
    const after = list.findLastIndex((one) => floorOf(one) <= floorOf(many));
    return list.toSpliced(after + 1, 0, many);
  });
}

function registerWeb({ feature = '', many = '' }: Names): void {
  rewriteList('src/app/web/pages.ts', 'pages', `import { ${many}Page } from '#features/${feature}/web/index.ts';`, (list) => [
    ...list,
    `${many}Page`,
  ]);
}

/** Changes `export const NAME: … = [a, b];` of a file, and adds an import. */
function rewriteList(path: string, name: string, line: string, change: (list: string[]) => string[]): void {
  const text = textOf(path);
  const pattern = new RegExp(`(export const ${name}: [^=]+= \\[)([^\\]]*)(\\];)`);
  if (!pattern.test(text)) refuse(`${path} has no list of ${name}`);
  const changed = text.replace(pattern, (_, begin: string, inside: string, end: string) => {
    const list = inside
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    return `${begin}${change(list).join(', ')}${end}`;
  });
  writeFileSync(join(root, path), `${line}\n${changed}`);
  // The list may have grown past the width of a line.
  execFileSync(join(root, 'node_modules/.bin/oxfmt'), [path], { cwd: root });
}

function readWords(): { name: string | undefined; options: { one?: string; floor?: string; about?: string } } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { one: { type: 'string' }, floor: { type: 'string' }, about: { type: 'string' } },
    });
    return { name: positionals[0], options: values };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const { name, options } = readWords();
const kebab = /^[a-z]+(-[a-z]+)*$/;
if (name === undefined || !kebab.test(name))
  refuse('npm run new-feature -- NAME [--one ONE] [--floor N] [--about TEXT]; NAME in lower case, words joined by hyphens');
const one = options.one ?? name.replace(/s$/, '');
if (!kebab.test(one) || one === name) refuse('say --one: what one of them is called');
if (existsSync(join(root, 'src/features', name))) refuse(`src/features/${name} stands already`);
const names = namesOf(name, one, options.about ?? `What the business knows about ${name.replaceAll('-', ' ')}.`);
const floors = takePlace(name, options.floor);
writeFolder(names);
const migration = writeMigration(names);
registerServer(names, floors);
registerWeb(names);
console.log(`src/features/${name} and ${migration} are made; src/app knows them.

  1. Write what it is in src/features/${name}/README.md, and its title in every language of messages/.
  2. Call its event by a word in the messages of audit and webhooks, as those of other features are.
  3. npm run fix      writes db/schema.sql, tools/routes.txt and docs/webhooks.md anew
  4. npm run check && npx vitest run src/features/${name} src/app
`);
