import { useMessages } from '#kit/web/i18n/language.tsx';
import { adoptPreferences, preferencesOf, usePreferences } from '#kit/web/prefs.ts';
import { Select } from '#kit/web/select.tsx';
import { useLanguages } from './languages.ts';

/** For who has not signed in yet: each language in its own words, its calendar and digits along with it. */
export function LanguageChoice() {
  const say = useMessages();
  const choices = useLanguages();
  const { language } = usePreferences();
  return (
    <Select
      label={say('access.language')}
      labelHidden
      choices={choices}
      value={language}
      onChange={(chosen) => {
        const { calendar, digits } = preferencesOf(chosen);
        adoptPreferences({ language: chosen, calendar, digits });
      }}
    />
  );
}
