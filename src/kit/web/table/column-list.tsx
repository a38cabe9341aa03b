import { Checkbox } from '../checkbox.tsx';
import type { Column } from './columns.ts';

export type ColumnListProps = {
  readonly columns: readonly Pick<Column<never>, 'id' | 'label' | 'isFixed'>[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
};

/** The columns to tick. */
export function ColumnList({ columns, hidden, onChange }: ColumnListProps) {
  return (
    <div className="flex min-w-44 flex-col">
      {columns.map((column) => (
        <Checkbox
          key={column.id}
          isSelected={!hidden.includes(column.id)}
          isDisabled={column.isFixed === true}
          onChange={(shown) => onChange(shown ? hidden.filter((id) => id !== column.id) : [...hidden, column.id])}
        >
          {column.label}
        </Checkbox>
      ))}
    </div>
  );
}
