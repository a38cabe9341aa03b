import { columnName } from '#kit/web/file-import/column-name.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { Select } from '#kit/web/select.tsx';
import { useCustomFields } from '#features/people/web/index.ts';
import { contactFields, fieldsToChoose } from '../domain/table/fields.ts';
import type { Analysis } from './contacts-data.ts';

type Columns = Analysis['mapping']['columns'];

/** The columns of the file with what stands in them, and what each tells. A field that a person cannot choose stays where the file itself says it. */
export function ContactsColumns({ analysis, onChange }: { analysis: Analysis; onChange: (columns: Columns) => void }) {
  const say = useMessages();
  const { columns } = analysis.mapping;
  const own = useCustomFields().filter(({ isArchived }) => !isArchived);

  function tell(name: string, told: string) {
    const { [name]: _, ...others } = columns;
    const field = contactFields.find((one) => one === told);
    if (own.some(({ id }) => id === told)) onChange({ ...others, [name]: { field: 'custom', custom: told } });
    else onChange(field === undefined ? others : { ...others, [name]: { field } });
  }

  return (
    <Section title={say('kit.import.columns')} lede={say('contacts.columns.lede')}>
      <ol className="flex flex-col divide-y divide-line border-y border-line">
        {analysis.columns.map(({ name, examples }, index) => {
          const field = columns[name]?.field;
          const present = columns[name]?.custom ?? field;
          const shown = columnName(name, index, say);
          const choices = [
            { id: 'unused', text: say('kit.import.column.unused') },
            ...[...new Set([...fieldsToChoose, ...(field === undefined || field === 'custom' ? [] : [field])])].map((id) => ({
              id: id as string,
              text: say(`contacts.field.${id}`),
            })),
            ...own.map(({ id, name: text }) => ({ id, text })),
          ];
          return (
            <li key={name} className={`grid items-center gap-x-6 gap-y-2 py-3 sm:grid-cols-[1fr_14rem] ${field ? '' : 'text-ink-faint'}`}>
              <div className="min-w-0">
                <p className="truncate font-medium" title={shown}>
                  <bdi>{shown}</bdi>
                </p>
                <p className="truncate text-sm text-ink-soft">
                  <bdi>{examples.length > 0 ? examples.join(' · ') : say('kit.import.column.empty')}</bdi>
                </p>
              </div>
              <Select
                label={say('kit.import.column.label', { column: shown })}
                labelHidden
                choices={choices}
                value={present ?? 'unused'}
                onChange={(told) => tell(name, told)}
              />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
