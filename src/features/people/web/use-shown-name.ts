import { useFormats } from '#kit/web/i18n/language.tsx';
import { usePreferences, type Preferences } from '#kit/web/prefs.ts';
import { shownName, type Name, type SerbianScript, type ShownName } from '../domain/index.ts';

const scripts: Readonly<Record<Preferences['serbianNames'], SerbianScript | null>> = { as_written: null, latin: 'Latn', cyrillic: 'Cyrl' };

/** How a name stands for the reader: by what they read, and by the script in which they want the names of Serbs. */
export function useShownName(): (name: Pick<Name, 'name' | 'latinName' | 'language'>, text?: string) => ShownName {
  const { locale } = useFormats();
  const { serbianNames } = usePreferences();
  return (name, text) => shownName(name, locale, text, scripts[serbianNames]);
}
