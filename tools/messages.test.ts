import { describe, expect, test } from 'vitest';
import { languages } from '#kit/domain/languages.ts';
import { compile, isForPages } from '#kit/web/i18n/compile.ts';
import { askedFor, blanksOf, catalogs, mentionsIn, textsInComponent } from './messages.ts';
import { filesOf } from './tree.ts';

const all = catalogs();
const sources = filesOf('src/**/*.{ts,tsx}').filter((path) => !/\.test\.tsx?$/.test(path));
const keys = new Set(all.flatMap(({ texts }) => Object.keys(texts.en)));

describe('messages', () => {
  test('are there in every language', () => {
    const missing = all.flatMap(({ folder, texts }) => {
      const known = new Set(languages.flatMap((language) => Object.keys(texts[language])));
      return languages.flatMap((language) =>
        [...known].filter((key) => !texts[language][key]?.trim()).map((key) => `${folder}/${language}.json: ${key}`),
      );
    });
    expect(missing).toEqual([]);
  });

  test('want the same to be filled in whatever the language', () => {
    const different = all.flatMap(({ folder, texts }) =>
      Object.entries(texts.en).flatMap(([key, english]) =>
        languages
          .filter((language) => blanksOf(texts[language][key] ?? '').join() !== blanksOf(english).join())
          .map((language) => `${folder}/${language}.json: ${key}`),
      ),
    );
    expect(different).toEqual([]);
  });

  test('of a feature can be compiled for the browser', () => {
    const refused = all.flatMap(({ folder, texts }) =>
      languages.flatMap((language) =>
        Object.entries(texts[language]).flatMap(([key, message]) => {
          try {
            compile(message);
            return [];
          } catch (error) {
            return [`${folder}/${language}.json: ${key}: ${String(error)}`];
          }
        }),
      ),
    );
    expect(refused).toEqual([]);
  });

  test('stand in one place only', () => {
    const seen = new Set<string>();
    const twice = all.flatMap(({ texts }) => Object.keys(texts.en).filter((key) => seen.size === seen.add(key).size));
    expect(twice).toEqual([]);
  });

  test('that nobody says any more are gone', () => {
    const isMentioned = mentionsIn(sources);
    const unused = [...keys].filter((key) => !isMentioned(key) && !isMentioned(key.replace(/^error\./, '')));
    expect(unused).toEqual([]);
  });

  test('that the code asks for exist', () => {
    const unknown = sources.flatMap((file) =>
      askedFor(file)
        .filter((key) => !keys.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  test('that only server and terminal say are asked for by no page', () => {
    const pages = sources.filter((file) => /^src\/(?:features\/[^/]+|app)\/web\//.test(file));
    const unsaid = pages.flatMap((file) =>
      askedFor(file)
        .filter((key) => !isForPages(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(unsaid).toEqual([]);
  });

  test('are the only text in components', () => {
    const outside = sources
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => textsInComponent(file).map((text) => `${file}: ${text}`));
    expect(outside).toEqual([]);
  });
});
