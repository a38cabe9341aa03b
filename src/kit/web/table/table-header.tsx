import { Button } from 'react-aria-components/Button';
import { IconButton } from '../button.tsx';
import { ArrowDownIcon, ArrowUpIcon } from '../icons.tsx';
import { useMessages } from '../i18n/language.tsx';
import { Select } from '../select.tsx';
import { sortedBy, type Column, type Sort } from './columns.ts';

export function TableHeader<Row>(given: { columns: readonly Column<Row>[]; tracks: string; sort?: Sort; onSort?: (sort: Sort) => void }) {
  const { sort, onSort } = given;
  return (
    <div role="rowgroup" className="sticky top-0 z-20 bg-paper max-md:sr-only">
      <div
        role="row"
        className="border-b border-line-strong/50 text-sm text-ink-soft md:grid md:gap-x-5"
        style={{ gridTemplateColumns: given.tracks }}
      >
        {given.columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            {...(sort?.by === column.id ? { 'aria-sort': sort.descending ? 'descending' : 'ascending' } : {})}
            className={`flex min-w-0 ${column.isFigure === true ? 'justify-end' : ''}`}
          >
            {column.isSortable === true && onSort ? (
              <Button
                onPress={() => onSort(sortedBy(column, sort))}
                className={`-mx-1 flex min-h-10 items-center gap-1 rounded px-1 leading-tight font-medium data-hovered:text-ink ${column.isFigure === true ? 'flex-row-reverse text-end' : 'text-start'}`}
              >
                {column.label}
                <SortMark sort={sort?.by === column.id ? sort : undefined} />
              </Button>
            ) : (
              <span className="flex min-h-10 items-center font-medium">{column.label}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function SortMark({ sort }: { sort: Sort | undefined }) {
  const Mark = sort?.descending === false ? ArrowUpIcon : ArrowDownIcon;
  return <Mark className={`size-3.5 ${sort ? 'text-accent' : 'opacity-0'}`} />;
}

/** Headings have no room on a narrow screen; sorting still has. */
export function NarrowSort<Row>(given: { columns: readonly Column<Row>[]; sort?: Sort; onSort?: (sort: Sort) => void }) {
  const say = useMessages();
  const { onSort, sort } = given;
  const choices = given.columns.filter((one) => one.isSortable === true).map((one) => ({ id: one.id, text: one.label }));
  if (onSort === undefined || choices.length === 0) return null;
  return (
    <div className="mb-2 flex items-center gap-2 *:first:grow md:hidden">
      <Select
        label={say('kit.table.sort')}
        labelHidden
        choices={choices}
        value={sort?.by ?? null}
        onChange={(by) => {
          const column = given.columns.find((one) => one.id === by);
          if (column) onSort(sortedBy(column, sort));
        }}
      />
      {sort && (
        <IconButton
          look="plain"
          icon={sort.descending ? ArrowDownIcon : ArrowUpIcon}
          label={say('kit.table.turn')}
          onPress={() => onSort({ ...sort, descending: !sort.descending })}
        />
      )}
    </div>
  );
}
