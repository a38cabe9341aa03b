import { parseSync } from '@swc/core';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { languages, type Language } from '#kit/domain/languages.ts';
import { filesOf, textOf } from './tree.ts';

export type Catalog = { readonly folder: string; readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>> };

/** Every folder of messages, in every language. */
export function catalogs(): Catalog[] {
  const folders = filesOf(['src/features/*/messages', 'src/{kit,app}/messages', 'src/{kit,app}/web/messages']);
  return folders.map((folder) => ({
    folder,
    texts: Object.fromEntries(
      languages.map((language) => {
        const [file] = filesOf(`${folder}/${language}.json`);
        return [language, file === undefined ? {} : (JSON.parse(textOf(file)) as Record<string, string>)];
      }),
    ) as Catalog['texts'],
  }));
}

/** What a message wants to be filled in, as `name: kind`, sorted. Throws where the message is not ICU MessageFormat. */
export function blanksOf(message: string): string[] {
  const blanks = new Set<string>();
  const visit = (element: MessageFormatElement) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return;
    blanks.add(element.value);
    if (element.type === TYPE.tag) element.children.forEach(visit);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const one of Object.values(element.options)) one.value.forEach(visit);
    }
  };
  parse(message).forEach(visit);
  return [...blanks].toSorted();
}

/** Everything in the code that can name a message: whole literals, and templates whose gaps may be anything. */
export function mentionsIn(files: readonly string[]): (key: string) => boolean {
  const literals = new Set<string>();
  const templates: RegExp[] = [];
  for (const file of files) {
    const code = textOf(file);
    for (const [, single, double] of code.matchAll(/'([\w.]+)'|"([\w.]+)"/g)) literals.add(single ?? double ?? '');
    for (const [, template = ''] of code.matchAll(/`([\w.]+\.(?:[\w.]|\$\{[^}]+\})*\$\{[^}]+\}(?:[\w.]|\$\{[^}]+\})*)`/g)) {
      templates.push(new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '.+')}$`));
    }
  }
  return (key) => literals.has(key) || templates.some((template) => template.test(key));
}

/** The message ids that the code asks for by name. */
export function askedFor(file: string): string[] {
  const code = textOf(file).replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const said = [...code.matchAll(/\bsay\(([^()]*)/g)].flatMap(([, inside = '']) => literalIds(inside.split(/\{/)[0] ?? ''));
  const shown = [...code.matchAll(/<Message\b[^>]*?\bid="([^"]+)"/g)].map(([, id = '']) => id);
  const labelled = [...code.matchAll(/\bnav: \{\s+label: '([^']+)'/g)].map(([, id = '']) => id);
  const hinted = [...code.matchAll(/\bhint: '([\w.]+\.nav\.hint)'/g)].map(([, id = '']) => id);
  const translated = [...code.matchAll(/\btranslate\([^,()]+,\s*'([^']+)'/g)].map(([, id = '']) => id);
  const refused = [...code.matchAll(/\b(?:err|fail)\(\s*'([\w.]+)'/g)].map(([, failure = '']) => `error.${failure}`);
  return [...said, ...shown, ...labelled, ...hinted, ...translated, ...refused];
}

function literalIds(code: string): string[] {
  return [...code.matchAll(/'([\w.]+\.[\w.]+)'/g)].map(([, id = '']) => id);
}

/** Properties of components whose text people read. */
const READ = new Set([
  'label',
  'title',
  'alt',
  'placeholder',
  'hint',
  'lede',
  'note',
  'unit',
  'submit',
  'confirm',
  'text',
  'summary',
  'aria-label',
]);

/** Text for people that stands in a component instead of a catalog. */
export function textsInComponent(file: string): string[] {
  const found: string[] = [];
  const isText = (text: unknown): text is string => typeof text === 'string' && /\p{L}{2}/u.test(text.replaceAll('Tend', ''));
  visitNodes({ ...parseSync(textOf(file), { syntax: 'typescript', tsx: true }) }, (node) => {
    const value = node['value'];
    if (node['type'] === 'JSXText' && isText(value)) found.push(value.trim());
    if (node['type'] === 'JSXExpressionContainer' && isNode(node['expression']) && node['expression']['type'] === 'StringLiteral') {
      if (isText(node['expression']['value']) && node['inElement'] === true) found.push(node['expression']['value']);
    }
    if (node['type'] === 'JSXAttribute' && isNode(value) && value['type'] === 'StringLiteral') {
      const name = isNode(node['name']) ? node['name']['value'] : undefined;
      if (typeof name === 'string' && READ.has(name) && isText(value['value'])) found.push(value['value']);
    }
  });
  return found;
}

type Node = Record<string, unknown>;

function visitNodes(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const [name, child] of Object.entries(node)) {
    for (const one of Array.isArray(child) ? child : [child]) {
      if (!isNode(one)) continue;
      if (name === 'children') one['inElement'] = true;
      visitNodes(one, visit);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
