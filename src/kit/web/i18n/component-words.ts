import type { Language } from '#kit/domain/languages.ts';

/** The words that the component library says by itself, by package and key. */
type Words = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** English stays in the library; what it lacks is written here (fa). Loaded with the messages of the language. */
const SOURCES: Readonly<Record<Language, (() => Promise<Words>) | null>> = {
  en: null,
  el: () => import('react-aria-components/i18n/el-GR').then((file) => file.default as Words),
  fa: () => import('./component-words-fa.ts').then((file) => file.wordsInPersian),
};

/** Must be done before the first component is shown: the library looks once. */
export async function loadComponentWords(language: Language, locale: string): Promise<void> {
  const words = await SOURCES[language]?.();
  if (words === undefined) return;
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: locale,
    [Symbol.for('react-aria.i18n.strings')]: words,
  });
}
