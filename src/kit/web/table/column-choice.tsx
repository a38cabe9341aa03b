import { IconButton } from '../button.tsx';
import { useMessages } from '../i18n/language.tsx';
import { ColumnsIcon } from '../icons.tsx';
import { Popover } from '../popover.tsx';
import { Ticks } from '../ticks.tsx';
import type { Column } from './columns.ts';

/** Which columns to see. */
export function ColumnChoice<Row>(given: {
  columns: readonly Column<Row>[];
  hidden: readonly string[];
  onChange: (hidden: readonly string[]) => void;
}) {
  const say = useMessages();
  const { columns, hidden } = given;
  const all = columns.map(({ id }) => id);
  return (
    <Popover
      label={say('kit.table.columns')}
      placement="bottom end"
      trigger={<IconButton look="plain" icon={ColumnsIcon} label={say('kit.table.columns')} />}
    >
      <Ticks
        choices={columns.map(({ id, label, isFixed = false }) => ({ id, text: label, isFixed }))}
        chosen={all.filter((id) => !hidden.includes(id))}
        onChange={(shown) => given.onChange(all.filter((id) => !shown.includes(id)))}
      />
    </Popover>
  );
}
