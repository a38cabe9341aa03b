import { lazy, Suspense } from 'react';
import { IconButton } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ColumnsIcon } from '#kit/web/icons.tsx';
import { Popover } from '#kit/web/popover.tsx';
import type { ColumnsGiven } from './columns-list.tsx';

const ColumnsList = lazy(async () => ({ default: (await import('./columns-list.tsx')).ColumnsList }));

/** Which columns to see, in which order, and how wide. */
export function ColumnsChoice(given: ColumnsGiven) {
  const say = useMessages();
  return (
    <Popover
      label={say('kit.table.columns')}
      placement="bottom end"
      trigger={<IconButton look="plain" icon={ColumnsIcon} label={say('kit.table.columns')} />}
    >
      <Suspense>
        <ColumnsList {...given} />
      </Suspense>
    </Popover>
  );
}
