import { useMemo } from 'react';
import { Button } from '#kit/web/button.tsx';
import type { Choice } from '#kit/web/choice.ts';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { countriesIn } from '../../domain/index.ts';
import type { Customer } from '../customer.ts';
import { AddRow, useRows } from './rows.tsx';

/** Where something can be sent or somebody visited. */
export function AddressRows({ addresses }: { addresses: Customer['addresses'] }) {
  const say = useMessages();
  const { rows, add, remove } = useRows<Partial<Customer['addresses'][number]>>(addresses.length === 0 ? [{}] : addresses);
  return (
    <div className="flex flex-col gap-4">
      {rows.map(({ key, row, isAdded }, place) => (
        <div
          key={key}
          role="group"
          aria-label={say('people.nth', { what: say('people.address'), place: place + 1 })}
          className="grid grid-cols-6 gap-3 border-line not-first:border-t not-first:pt-4"
        >
          <div className="col-span-6">
            <TextField
              label={say('people.street')}
              name={`addresses.${place}.street`}
              defaultValue={row.street ?? ''}
              autoFocus={isAdded}
            />
          </div>
          <div className="col-span-2">
            <TextField label={say('people.postalCode')} name={`addresses.${place}.postalCode`} defaultValue={row.postalCode ?? ''} />
          </div>
          <div className="col-span-4">
            <TextField label={say('people.city')} name={`addresses.${place}.city`} defaultValue={row.city ?? ''} />
          </div>
          <div className="col-span-6 sm:col-span-3">
            <TextField label={say('people.region')} name={`addresses.${place}.region`} defaultValue={row.region ?? ''} />
          </div>
          <div className="col-span-6 sm:col-span-3">
            <CountryField label={say('people.country')} name={`addresses.${place}.country`} country={row.country ?? null} />
          </div>
          <div className={rows.length > 1 || row.label ? 'col-span-6' : 'hidden'}>
            <TextField
              label={say('people.address.for')}
              placeholder={say('people.for')}
              name={`addresses.${place}.label`}
              defaultValue={row.label ?? ''}
            />
          </div>
          {(rows.length > 1 || row.street !== undefined) && (
            <div className="col-span-6 -ms-4">
              <Button look="quiet" onPress={() => remove(key)}>
                {say('people.address.remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
      <AddRow onPress={() => add({})}>{say('people.address.add')}</AddRow>
    </div>
  );
}

/** A country by its name in the reader's language; one that was never recognized stays as it was written. */
export function CountryField({ name, label, hint, country }: { name: string; label: string; hint?: string; country: string | null }) {
  const { locale } = useFormats();
  const choices = useMemo(() => {
    const known = countriesOf(locale);
    return country !== null && !known.some(({ id }) => id === country) ? [{ id: country, text: country }, ...known] : known;
  }, [locale, country]);
  return <ComboBox label={label} hint={hint} name={name} choices={choices} {...(country === null ? {} : { defaultValue: country })} />;
}

const made = new Map<string, readonly Choice[]>();

/** Every row of addresses asks for them. */
function countriesOf(locale: string): readonly Choice[] {
  const choices = made.get(locale) ?? countriesIn(locale).map(({ code, name }) => ({ id: code, text: name }));
  made.set(locale, choices);
  return choices;
}
