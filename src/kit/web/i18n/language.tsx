import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { FormattedMessage, IntlProvider, useIntl } from 'react-intl';
import { formatsOf, type Formats } from './format.ts';
import { localeOf } from './locale.ts';
import { usePreferences } from '../prefs.ts';

const FormatContext = createContext<Formats | null>(null);

/** Gives every page its words and its way of writing days, money and figures. `timeZone` is the workspace's once it is known. */
export function LanguageProvider(given: { messages: Readonly<Record<string, string>>; timeZone: string; children: ReactNode }) {
  const preferences = usePreferences();
  const locale = localeOf(preferences);
  const formats = useMemo(() => formatsOf(locale, given.timeZone), [locale, given.timeZone]);
  return (
    <IntlProvider locale={locale} messages={given.messages} onError={complain}>
      <I18nProvider locale={locale}>
        <FormatContext value={formats}>{given.children}</FormatContext>
      </I18nProvider>
    </IntlProvider>
  );
}

export type Values = Readonly<Record<string, string | number | boolean>>;
export type Say = (id: string, values?: Values) => string;

/** `const say = useMessages()`, then `say('promises.title', { count })`. Ids stand in the `messages/*.json` of their feature. */
export function useMessages(): Say {
  const intl = useIntl();
  return useMemo(() => (id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** A message with markup in it: `<b>…</b>` in the text is bold; other tags are given as functions. */
export function Message(given: {
  id: string;
  values?: Readonly<Record<string, string | number | ReactNode | ((chunks: ReactNode) => ReactNode)>>;
}) {
  return <FormattedMessage id={given.id} values={{ b: bold, ...given.values }} />;
}

/** Days, money and figures as the reader writes them. */
export function useFormats(): Formats {
  const formats = useContext(FormatContext);
  if (formats === null) throw new Error('useFormats outside of LanguageProvider');
  return formats;
}

function bold(chunks: ReactNode) {
  return <strong className="font-semibold">{chunks}</strong>;
}

/** Catalogs are checked by a test; in the browser a gap shows its id and must not break the page. */
function complain(error: unknown) {
  if (import.meta.env.DEV) console.error(error);
}
