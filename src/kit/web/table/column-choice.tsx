import { IconButton } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { useMessages } from '../i18n/language.tsx';
import { ColumnsIcon } from '../icons.tsx';
import { Popover } from '../popover.tsx';
import type { Column } from './columns.ts';

/** Which columns to see. */
export function ColumnChoice<Row>(given: {
  columns: readonly Column<Row>[];
  hidden: readonly string[];
  onChange: (hidden: readonly string[]) => void;
}) {
  const say = useMessages();
  const { hidden } = given;
  return (
    <Popover
      label={say('kit.table.columns')}
      placement="bottom end"
      trigger={<IconButton look="plain" icon={ColumnsIcon} label={say('kit.table.columns')} />}
    >
      <div className="flex min-w-44 flex-col">
        {given.columns.map((column) => (
          <Checkbox
            key={column.id}
            isSelected={!hidden.includes(column.id)}
            isDisabled={column.isFixed === true}
            onChange={(shown) => given.onChange(shown ? hidden.filter((id) => id !== column.id) : [...hidden, column.id])}
          >
            {column.label}
          </Checkbox>
        ))}
      </div>
    </Popover>
  );
}
