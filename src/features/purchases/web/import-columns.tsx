import { useQueryClient } from '@tanstack/react-query';
import { columnName } from '#kit/web/file-import/column-name.ts';
import { firstLook } from '#kit/web/file-import/file-imports.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { Select } from '#kit/web/select.tsx';
import { importFields, type ImportField } from '../domain/import/fields.ts';
import { purchaseImports, type Analysis, type Given } from './import-data.ts';

type Reading = { readonly analysis: Analysis; readonly given: Given; readonly give: (change: Given) => void };

/** The first lines of the file, and above each column what it tells. On a phone the columns stand under each other. */
export function ImportColumns({ analysis, given, give }: Reading) {
  const say = useMessages();
  const { columns, firstLines, mapping } = analysis;
  const choices = [
    { id: 'unused' as const, text: say('kit.import.column.unused') },
    ...importFields.map((field) => ({ id: field, text: say(`purchases.import.field.${field}`) })),
  ];
  const groundsOf = useGrounds(analysis, given);

  function tell(column: string, told: ImportField | 'unused') {
    const others = importFields.flatMap((field) => {
      const meant = mapping.columns[field];
      return meant === undefined || meant === column || field === told ? [] : [[field, meant] as const];
    });
    give({ columns: Object.fromEntries(told === 'unused' ? others : [...others, [told, column]]) });
  }

  return (
    <Section title={say('kit.import.columns')} lede={say('purchases.import.columns.lede')}>
      <div className="relative md:overflow-x-auto md:pb-3">
        <ol className="flex flex-col divide-y divide-line border-y border-line md:w-max md:min-w-full md:flex-row md:divide-x md:divide-y-0">
          {columns.map(({ name, examples }, index) => {
            const field = importFields.find((one) => mapping.columns[one] === name);
            const shown = columnName(name, index, say);
            return (
              <li key={name} className={`flex flex-col gap-2 py-4 md:w-56 md:shrink-0 md:grow md:px-3 ${field ? '' : 'text-ink-faint'}`}>
                <p className="truncate font-medium" title={shown}>
                  <bdi>{shown}</bdi>
                </p>
                <Select
                  label={say('kit.import.column.label', { column: shown })}
                  labelHidden
                  choices={choices}
                  value={field ?? 'unused'}
                  onChange={(told) => tell(name, told)}
                />
                <p className="text-xs text-ink-faint md:min-h-5">{field && groundsOf(field, name)}</p>
                <p className="truncate text-sm md:hidden">
                  <bdi>{examples.length > 0 ? examples.join(' · ') : say('kit.import.column.empty')}</bdi>
                </p>
                <div className="hidden flex-col divide-y divide-line text-sm md:flex">
                  {Array.from(firstLines.keys(), (row) => (
                    <p key={row} className="h-8 truncate leading-8" title={firstLines[row]?.[index]}>
                      <bdi>{firstLines[row]?.[index]}</bdi>
                    </p>
                  ))}
                </div>
              </li>
            );
          })}
        </ol>
      </div>
    </Section>
  );
}

/** Why a column is taken for what, in words. */
function useGrounds(analysis: Analysis, given: Given) {
  const say = useMessages();
  const client = useQueryClient();
  // Once a person has named columns, the guesses are in the first look only.
  const first = firstLook(client, purchaseImports, analysis.import);
  const guesses = analysis.guesses.length > 0 ? analysis.guesses : (first?.guesses ?? []);
  return (field: ImportField, column: string): string => {
    const guess = guesses.find((one) => one.field === field && one.column === column);
    if (!guess) return given.columns ? say('purchases.import.grounds.person') : '';
    if (guess.because.by === 'values') return say('purchases.import.grounds.values');
    return say(guess.confidence === 'sure' ? 'purchases.import.grounds.name' : 'purchases.import.grounds.name_probably');
  };
}
