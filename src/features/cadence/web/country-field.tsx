import { countriesIn } from '#features/people/domain/index.ts';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { api, useDoing } from './cadence.ts';

/** Whose public holidays are kept. */
export function CountryField({ country, mayChange }: { country: string | null; mayChange: boolean }) {
  const say = useMessages();
  const { locale } = useFormats();
  const doing = useDoing();
  const countries = countriesIn(locale);
  if (!mayChange) {
    const name = countries.find(({ code }) => code === country)?.name;
    return <p>{name ?? say('cadence.holidays.no_country')}</p>;
  }
  const choose = (code: string | null) =>
    doing(async () => {
      await api.call('patch', '/api/working-calendar', { body: { country: code } });
      return say('cadence.saved');
    });
  return (
    <ComboBox
      label={say('cadence.holidays.country')}
      choices={countries.map(({ code, name }) => ({ id: code, text: name }))}
      {...(country === null ? {} : { defaultValue: country })}
      onChange={(code) => {
        if (code !== null && code !== country) void choose(code);
      }}
    />
  );
}
