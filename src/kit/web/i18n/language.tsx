import { createContext, Fragment, useContext, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { usePreferences } from '../prefs.ts';
import { fill, type Compiled } from './compiled.ts';
import { formatsOf, type Formats } from './format.ts';
import { localeOf } from './locale.ts';

export type Catalog = Readonly<Record<string, Compiled>>;
export type Values = Readonly<Record<string, string | number | boolean>>;
export type Say = (id: string, values?: Values) => string;

type Language = { readonly locale: string; readonly messages: Catalog; readonly say: Say; readonly formats: Formats };

const LanguageContext = createContext<Language | null>(null);

/** Gives every page its words and its way of writing days, money and figures. `timeZone` is the workspace's once it is known. */
export function LanguageProvider(given: { messages: Catalog; timeZone: string; children: ReactNode }) {
  const { messages, timeZone } = given;
  const preferences = usePreferences();
  const locale = localeOf(preferences);
  const language = useMemo(
    () => ({ locale, messages, say: sayIn(locale, messages), formats: formatsOf(locale, timeZone) }),
    [locale, messages, timeZone],
  );
  return (
    <I18nProvider locale={locale}>
      <LanguageContext value={language}>{given.children}</LanguageContext>
    </I18nProvider>
  );
}

/** `const say = useMessages()`, then `say('promises.title', { count })`. Ids stand in the `messages/*.json` of their feature. */
export function useMessages(): Say {
  return useLanguage().say;
}

/** Days, money and figures as the reader writes them. */
export function useFormats(): Formats {
  return useLanguage().formats;
}

/** A message with markup in it: `<b>…</b>` in the text is bold; values and other tags may be elements. */
export function Message(given: {
  id: string;
  values?: Readonly<Record<string, ReactNode>>;
  tags?: Readonly<Record<string, (inside: ReactNode) => ReactNode>>;
}) {
  const { locale, messages } = useLanguage();
  const pieces = fill<ReactNode>(messages[given.id] ?? given.id, {
    locale,
    value: (name) => given.values?.[name],
    tag: (name, inside) => (given.tags?.[name] ?? bold)(inside.map(keyed)),
  });
  return <>{pieces.map(keyed)}</>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('a message outside of LanguageProvider');
  return language;
}

/** Catalogs are checked by a test; should one have a gap, its id shows and the page still works. */
export function sayIn(locale: string, messages: Catalog): Say {
  return (id, values = {}) =>
    fill<string>(messages[id] ?? id, { locale, value: (name) => values[name], tag: (_, inside) => inside.join('') }).join('');
}

function bold(inside: ReactNode) {
  return <strong className="font-semibold">{inside}</strong>;
}

function keyed(piece: ReactNode, place: number) {
  return <Fragment key={place}>{piece}</Fragment>;
}
