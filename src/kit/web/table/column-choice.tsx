import { lazy, Suspense } from 'react';
import { IconButton } from '../button.tsx';
import { useMessages } from '../i18n/language.tsx';
import { ColumnsIcon } from '../icons.tsx';
import { Popover } from '../popover.tsx';
import type { ColumnListProps } from './column-list.tsx';

const ColumnList = lazy(async () => ({ default: (await import('./column-list.tsx')).ColumnList }));

/** Which columns to see. */
export function ColumnChoice(given: ColumnListProps) {
  const say = useMessages();
  return (
    <Popover
      label={say('kit.table.columns')}
      placement="bottom end"
      trigger={<IconButton look="plain" icon={ColumnsIcon} label={say('kit.table.columns')} />}
    >
      <Suspense>
        <ColumnList {...given} />
      </Suspense>
    </Popover>
  );
}
