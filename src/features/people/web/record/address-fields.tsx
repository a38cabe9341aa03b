import { useMemo } from 'react';
import { timeZones } from '#features/workspace/web/index.ts';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import type { Customer } from '../customer.ts';
import { CountryField } from './address-rows.tsx';
import { commonLanguages } from './common-languages.ts';
import { PAIR } from './name-fields.tsx';

/** On which terms, and in which language. */
export function AddressingFields({ customer }: { customer: Customer }) {
  const say = useMessages();
  const formats = useFormats();
  const languages = useMemo(() => {
    const ids = customer.language ? new Set([...commonLanguages, customer.language]) : commonLanguages;
    return [...ids].map((id) => ({ id, text: formats.languageName(id) }));
  }, [customer.language, formats]);
  return (
    <>
      {customer.kind === 'person' && (
        <Options
          label={say('people.formality')}
          name="formality"
          defaultValue={customer.formality ?? 'formal'}
          choices={[
            { id: 'formal', text: say('people.formality.formal') },
            { id: 'familiar', text: say('people.formality.familiar') },
          ]}
        />
      )}
      <ComboBox
        label={say('people.language')}
        name="language"
        choices={languages}
        {...(customer.language ? { defaultValue: customer.language } : {})}
      />
      <TextField label={say('people.greeting')} hint={say('people.greeting.hint')} name="greeting" defaultValue={customer.greeting ?? ''} />
    </>
  );
}

/** Where they are, and what time it is there. */
export function PlaceFields({ customer }: { customer: Customer }) {
  const say = useMessages();
  return (
    <div className={PAIR}>
      <CountryField label={say('people.country.home')} hint={say('people.country.home.hint')} name="country" country={customer.country} />
      <ComboBox
        label={say('people.timeZone')}
        hint={say('people.timeZone.hint')}
        name="timeZone"
        choices={timeZones()}
        {...(customer.timeZone ? { defaultValue: customer.timeZone } : {})}
      />
    </div>
  );
}
