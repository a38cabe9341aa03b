import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { accessApi } from '#features/access/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { Options } from '#kit/web/options.tsx';
import type { Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { countriesIn } from '../domain/index.ts';
import type { Customer } from './customer.ts';

const access = apiOf<typeof accessApi>();

/** What one tells of a customer at first: how they are called, and how they are reached. */
export function NameFields({ kind, customer }: { kind: Customer['kind']; customer?: Customer }) {
  const say = useMessages();
  const names = namesOf(customer);
  if (kind === 'organization') return <TextField label={say('people.name')} name="name" defaultValue={names.name} autoFocus isRequired />;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-5 *:min-w-40 *:flex-1">
      <TextField label={say('people.given')} name="given" defaultValue={names.given} autoFocus />
      <TextField label={say('people.family')} name="family" defaultValue={names.family} />
    </div>
  );
}

export function ReachFields({ customer }: { customer?: Customer }) {
  const say = useMessages();
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-5 *:min-w-40 *:flex-1">
      <TextField label={say('people.phone')} name="phone" type="tel" defaultValue={customer?.phone ?? ''} />
      <TextField label={say('people.email')} name="email" type="email" defaultValue={customer?.email ?? ''} />
    </div>
  );
}

export function AddressFields({ customer }: { customer?: Customer }) {
  const say = useMessages();
  const formats = useFormats();
  const languages = useMemo(() => {
    const ids = customer?.language ? new Set([...commonLanguages, customer.language]) : commonLanguages;
    return [...ids].map((id) => ({ id, text: formats.languageName(id) }));
  }, [customer, formats]);
  const countries = useMemo(() => {
    const known = countriesIn(formats.locale).map(({ code, name }) => ({ id: code, text: name }));
    const own = customer?.country;
    return own && !known.some(({ id }) => id === own) ? [{ id: own, text: own }, ...known] : known;
  }, [customer, formats]);
  return (
    <>
      <Options
        label={say('people.formality')}
        name="formality"
        defaultValue={customer?.formality ?? 'formal'}
        choices={[
          { id: 'formal', text: say('people.formality.formal') },
          { id: 'familiar', text: say('people.formality.familiar') },
        ]}
      />
      <div className="flex flex-wrap gap-x-4 gap-y-5 *:min-w-40 *:flex-1">
        <ComboBox
          label={say('people.language')}
          name="language"
          choices={languages}
          {...(customer?.language ? { defaultValue: customer.language } : {})}
        />
        <ComboBox
          label={say('people.country')}
          name="country"
          choices={countries}
          {...(customer?.country ? { defaultValue: customer.country } : {})}
        />
      </div>
    </>
  );
}

/** Who answers for a customer, and who stands in. */
export function OwnerFields({ customer }: { customer: Customer }) {
  const say = useMessages();
  const { data } = useQuery(access.query('get', '/api/colleagues'));
  const colleagues = (data?.colleagues ?? [customer.owner]).map(({ id, name }) => ({ id, text: name }));
  const nobody = { id: 'nobody', text: say('people.deputy.nobody') };
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-5 *:min-w-40 *:flex-1">
      <Select label={say('people.owner')} name="ownerId" choices={colleagues} defaultValue={customer.owner.id} />
      <Select
        label={say('people.deputy')}
        name="deputyId"
        choices={[nobody, ...colleagues]}
        defaultValue={customer.deputy?.id ?? nobody.id}
      />
    </div>
  );
}

/** What was typed into fields, by their names as the contract has them; nothing is null. */
export function toldIn<Field extends string>(typed: Typed, fields: readonly Field[]): Readonly<Record<Field, string | null>> {
  return Object.fromEntries(fields.map((field) => [field, typed.text(field) || null])) as Record<Field, string | null>;
}

/** The names to begin with. A whole name whose parts nobody told is shown in the parts that it most likely has. */
export function namesOf(customer: Customer | undefined): { name: string; given: string; family: string } {
  if (!customer || customer.name === customer.externalId) return { name: '', given: '', family: '' };
  const { name, given, family } = customer;
  if (given !== null || family !== null) return { name, given: given ?? '', family: family ?? '' };
  const [first = '', ...rest] = name.split(' ');
  return { name, given: first, family: rest.join(' ') };
}

const commonLanguages: readonly string[] = [
  'el',
  'sr-Cyrl',
  'sr-Latn',
  'bg',
  'fa',
  'hy',
  'en',
  'de',
  'fr',
  'it',
  'es',
  'ru',
  'uk',
  'tr',
  'ro',
  'sq',
  'mk',
  'ar',
  'nl',
  'pl',
];
