import { countriesIn } from '#features/people/domain/index.ts';
import { Switch } from '#kit/web/checkbox.tsx';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { Select } from '#kit/web/select.tsx';
import type { Analysis, Given } from './contacts-data.ts';

const people = ['contacts', 'customers'] as const;
const orders = ['dmy', 'mdy'] as const;

/** Encodings by which address books still leave offices and telephones. */
const encodings = [
  'utf-8',
  'utf-16le',
  'windows-1253',
  'iso-8859-7',
  'windows-1251',
  'windows-1250',
  'windows-1252',
  'windows-1256',
  'armscii8',
];

/** What the file cannot say by itself. */
export function ContactsChoices({ analysis, given, give }: { analysis: Analysis; given: Given; give: (change: Given) => void }) {
  const say = useMessages();
  const { locale } = useFormats();
  const { mapping } = analysis;
  const fields = new Set(Object.values(mapping.columns).map(({ field }) => field));
  const isTable = mapping.form === 'table';
  return (
    <div className="grid max-w-4xl gap-x-10 gap-y-6 sm:grid-cols-2">
      {(mapping.form === 'cards' || fields.has('organization')) && (
        <div className="sm:col-span-2">
          <Options
            label={say('contacts.people')}
            value={given.people ?? mapping.people}
            choices={people.map((id) => ({
              id,
              text: say(`contacts.people.${id}`),
              ...(id === 'contacts' ? { note: say('contacts.people.contacts.note') } : {}),
            }))}
            onChange={(chosen) => give({ people: chosen })}
          />
        </div>
      )}
      <ComboBox
        label={say('contacts.country')}
        choices={countriesIn(locale).map(({ code, name }) => ({ id: code, text: name }))}
        value={mapping.country || null}
        onChange={(country) => country !== null && give({ country })}
      />
      {(fields.has('birthday') || fields.has('custom')) && (
        <Select
          label={say('contacts.dateOrder')}
          choices={orders.map((id) => ({ id, text: say(`kit.import.dateOrder.${id}`) }))}
          value={mapping.dateOrder}
          onChange={(dateOrder) => give({ dateOrder })}
        />
      )}
      {mapping.form !== 'workbook' && (
        <Select
          label={say('kit.import.encoding')}
          hint={say('contacts.encoding.hint')}
          choices={[...new Set([...encodings, mapping.file.encoding])].map((id) => ({ id, text: id }))}
          value={mapping.file.encoding}
          // In other letters the columns may have other names, so what was said of them no longer holds.
          onChange={(encoding) => give({ file: { ...given.file, encoding }, columns: undefined })}
        />
      )}
      {(isTable || mapping.form === 'workbook') && (
        <Switch isSelected={mapping.file.header} onChange={(header) => give({ file: { ...given.file, header }, columns: undefined })}>
          {say('contacts.header')}
        </Switch>
      )}
    </div>
  );
}
