import { IconButton } from '#kit/web/button.tsx';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ArrowDownIcon, ArrowUpIcon, ChevronEndIcon, ChevronStartIcon } from '#kit/web/icons.tsx';
import { moved, resized, type ChosenColumn } from './chosen-columns.ts';

export type ColumnsGiven = {
  /** All there are. */
  readonly columns: readonly { readonly id: string; readonly label: string; readonly isFixed?: boolean }[];
  readonly chosen: readonly ChosenColumn[];
  readonly onChange: (chosen: readonly ChosenColumn[]) => void;
};

/** Every column: those that are seen in their order, with what moves and widens them, then the others. */
export function ColumnsList({ columns, chosen, onChange }: ColumnsGiven) {
  const say = useMessages();
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  const others = columns.filter(({ id }) => !chosen.some((one) => one.id === id));
  return (
    <ul className="flex max-h-[70vh] flex-col overflow-y-auto">
      {chosen.map(({ id }, place) => {
        const column = labels.get(id) ?? id;
        const isFixed = columns.find((one) => one.id === id)?.isFixed === true;
        return (
          <li key={id} className="flex items-center gap-1">
            <span className="grow">
              <Checkbox isSelected isDisabled={isFixed} onChange={() => onChange(chosen.filter((one) => one.id !== id))}>
                {column}
              </Checkbox>
            </span>
            {!isFixed && (
              <>
                <IconButton
                  look="quiet"
                  icon={ChevronStartIcon}
                  label={say('customers.columns.narrower', { column })}
                  onPress={() => onChange(resized(chosen, id, -1))}
                />
                <IconButton
                  look="quiet"
                  icon={ChevronEndIcon}
                  label={say('customers.columns.wider', { column })}
                  onPress={() => onChange(resized(chosen, id, 1))}
                />
                <IconButton
                  look="quiet"
                  icon={ArrowUpIcon}
                  label={say('customers.columns.earlier', { column })}
                  isDisabled={place <= 1}
                  onPress={() => onChange(moved(chosen, id, -1))}
                />
                <IconButton
                  look="quiet"
                  icon={ArrowDownIcon}
                  label={say('customers.columns.later', { column })}
                  isDisabled={place === chosen.length - 1}
                  onPress={() => onChange(moved(chosen, id, 1))}
                />
              </>
            )}
          </li>
        );
      })}
      {others.map(({ id, label }) => (
        <li key={id}>
          <Checkbox isSelected={false} onChange={() => onChange([...chosen, { id, width: undefined }])}>
            {label}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}
