import { Switch } from '#kit/web/checkbox.tsx';
import { Options } from '#kit/web/options.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { adoptPreferences, preferencesOf, usePreferences } from '#kit/web/prefs.ts';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import { useLanguages } from './languages.ts';
import { usePreferencesChange, useSignedIn } from './session.ts';

/** How one colleague likes to read and work. Every change counts at once. */
export function PreferencesPage() {
  const say = useMessages();
  const formats = useFormats();
  const languages = useLanguages();
  const { preferences, workspace } = useSignedIn();
  const { singleKeys } = usePreferences();
  const send = usePreferencesChange();
  const change = (wanted: Parameters<typeof send>[0]) =>
    send(wanted).catch((error: unknown) => toast({ text: problemText(say, error), tone: 'bad' }));
  const choices = (name: string, ids: readonly string[]) => ids.map((id) => ({ id, text: say(`access.${name}.${id}`) }));

  return (
    <Page title={say('access.preferences.title')} lede={say('access.preferences.lede')} width="narrow">
      <Section title={say('access.preferences.reading')}>
        <Options
          label={say('access.language')}
          choices={languages}
          value={preferences.language}
          onChange={(language) => {
            const { calendar, digits } = preferencesOf(language);
            void change({ language, calendar, digits });
          }}
        />
        <Options
          label={say('access.calendar')}
          hint={formats.weekdayDate(workspace.today)}
          choices={[
            { id: 'gregorian' as const, text: say('access.calendar.gregorian') },
            { id: 'persian' as const, text: say('access.calendar.persian') },
          ]}
          value={preferences.calendar}
          onChange={(calendar) => void change({ calendar })}
        />
        <Options
          label={say('access.digits')}
          choices={[
            { id: 'latin' as const, text: '0123456789' },
            { id: 'persian' as const, text: '۰۱۲۳۴۵۶۷۸۹' },
          ]}
          value={preferences.digits}
          onChange={(digits) => void change({ digits })}
        />
        <Options
          label={say('access.serbianNames')}
          hint={say('access.serbianNames.hint')}
          choices={[
            { id: 'as_written' as const, text: say('access.serbianNames.as_written') },
            { id: 'latin' as const, text: 'Đorđe Petrović' },
            { id: 'cyrillic' as const, text: 'Ђорђе Петровић' },
          ]}
          value={preferences.serbianNames}
          onChange={(serbianNames) => void change({ serbianNames })}
        />
      </Section>
      <Section title={say('access.preferences.look')}>
        <Options
          label={say('access.theme')}
          choices={choices('theme', ['system', 'light', 'dark'])}
          value={preferences.theme}
          onChange={(theme) => void change({ theme: theme as typeof preferences.theme })}
        />
        <Options
          label={say('access.density')}
          choices={choices('density', ['comfortable', 'compact'])}
          value={preferences.density}
          onChange={(density) => void change({ density: density as typeof preferences.density })}
        />
      </Section>
      <Section title={say('access.preferences.work')}>
        <NumberField
          label={say('access.hoursADay')}
          hint={say('access.hoursADay.hint')}
          unit={say('access.hours')}
          defaultValue={preferences.minutesADay / 60}
          minValue={0.25}
          maxValue={16}
          step={0.25}
          onChange={(hours) => {
            if (!Number.isNaN(hours)) void change({ minutesADay: Math.round(hours * 60) });
          }}
        />
        <Switch isSelected={singleKeys} onChange={(on) => adoptPreferences({ singleKeys: on })}>
          {say('access.singleKeys')}
        </Switch>
      </Section>
    </Page>
  );
}
