import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './tree.ts';

export const personNamesFile = 'src/features/people/domain/names/person-names.json';

/** The languages whose rules we carry: those that Tend is read in, their nearest neighbours, and CLDR's own for all others. */
const languages = ['und', 'en', 'el', 'sr', 'bg', 'fa', 'hy', 'ru', 'uk'];

type Cldr = {
  readonly main: Readonly<
    Record<
      string,
      {
        readonly personNames: {
          readonly surnameFirst: readonly string[];
          readonly initial: string;
          readonly initialSequence: string;
          readonly personName: Readonly<
            Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>>
          >;
        };
      }
    >
  >;
};

/**
 * CLDR's rules for the names of persons, condensed: of each language who is named family first, how initials are written, and each pattern
 * once, beside the ways of naming that use it (`givenFirst.long.referring.formal`).
 */
export function describePersonNames(): string {
  const folder = dirname(fileURLToPath(import.meta.resolve('cldr-person-names-full/package.json')));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const condensed = Object.fromEntries(
    languages.map((language) => {
      const cldr = JSON.parse(readFileSync(join(folder, `main/${language}/personNames.json`), 'utf8')) as Cldr;
      const rules = cldr.main[language]?.personNames;
      if (!rules) throw new Error(`CLDR has no names for ${language}`);
      const { initial, initialSequence, personName, surnameFirst } = rules;
      return [language, { surnameFirst: surnameFirst.join(' '), initial, initialSequence, patterns: patternsOf(personName) }];
    }),
  );
  const source = `cldr-person-names-full ${version}, © Unicode, Inc., licence Unicode-3.0; condensed by tools/person-names.ts`;
  return `${JSON.stringify({ source, languages: condensed }, null, 2)}\n`;
}

export function writePersonNames(): void {
  writeFileSync(join(root, personNamesFile), describePersonNames());
}

function patternsOf(personName: Cldr['main'][string]['personNames']['personName']): Record<string, string> {
  const ways = new Map<string, string[]>();
  for (const [order, lengths] of Object.entries(personName))
    for (const [length, usages] of Object.entries(lengths))
      for (const [usage, formalities] of Object.entries(usages))
        for (const [formality, pattern] of Object.entries(formalities))
          ways.set(pattern, [...(ways.get(pattern) ?? []), `${order}.${length}.${usage}.${formality}`]);
  return Object.fromEntries([...ways].map(([pattern, named]) => [pattern, named.join(' ')]));
}
