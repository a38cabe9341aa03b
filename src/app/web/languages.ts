import type { Language } from '#kit/domain/languages.ts';
import type { Catalog } from '#kit/web/i18n/language.tsx';

const files: Readonly<Record<string, () => Promise<Catalog>>> = import.meta.glob<Catalog>(
  ['../../features/*/messages/*.json', '../../kit/web/messages/*.json', './messages/*.json'],
  { import: 'default' },
);

/** Every message of one language. They lie in one file of the build, so this is one request. */
export async function loadMessages(language: Language): Promise<Catalog> {
  const wanted = Object.entries(files).filter(([path]) => path.endsWith(`/${language}.json`));
  const catalogs = await Promise.all(wanted.map(([, load]) => load()));
  return Object.fromEntries(catalogs.flatMap((catalog) => Object.entries(catalog)));
}
