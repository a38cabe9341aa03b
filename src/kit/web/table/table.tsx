import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefCallback } from 'react';
import { Skeleton } from '../skeleton.tsx';
import { tracksOf, type Column, type Sort } from './columns.ts';
import { NarrowSort, TableHeader } from './table-header.tsx';
import { TableRow } from './table-row.tsx';

type TableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads; its title becomes the link. */
  rowTo?: (row: Row) => string;
  /** The query of every row's address. */
  rowSearch?: Readonly<Record<string, string | undefined>>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Called when the end comes near: time to fetch the next page. */
  onNearEnd?: () => void;
  /** Called when the start comes near, where earlier rows are still to be fetched. They come in above without moving what is in sight. */
  onNearStart?: () => void;
  /** Shows the end first. */
  startsAtEnd?: boolean;
  isLoading?: boolean;
  /** Shown when there are no rows and none are coming. */
  empty?: ReactNode;
};

/**
 * A table that scrolls with the page and draws only what is in sight, so that thousands of rows are as light as ten.
 * Sorting and paging happen where the rows come from. Arrow keys go from row to row, Enter opens.
 */
export function Table<Row>(given: TableProps<Row>) {
  const { rows, rowKey, onNearEnd, onNearStart, isLoading = false, startsAtEnd = false } = given;
  const body = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    setOffset((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [rows.length]);

  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 52,
    overscan: 12,
    scrollMargin: offset,
    anchorTo: startsAtEnd ? 'end' : 'start',
    scrollPaddingEnd: 96,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
  });
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 15) onNearEnd?.();
  }, [last, rows.length, onNearEnd]);

  const hasRows = rows.length > 0;
  const [isInPlace, setInPlace] = useState(!startsAtEnd);
  useLayoutEffect(() => {
    if (isInPlace || !hasRows) return;
    virtual.scrollToIndex(rows.length - 1, { align: 'end' });
    setInPlace(true);
  }, [isInPlace, hasRows, rows.length, virtual]);
  const first = drawn[0]?.index ?? rows.length;
  useEffect(() => {
    if (virtual.scrollDirection === 'backward' && first < 5) onNearStart?.();
  }, [virtual.scrollDirection, first, onNearStart]);

  function goToRow(event: KeyboardEvent<HTMLDivElement>) {
    const from = (event.target as Element).closest<HTMLElement>('[data-index]')?.dataset['index'];
    const to = from === undefined ? undefined : rowAfter(event.key, Number(from), rows.length);
    if (to === undefined) return;
    event.preventDefault();
    virtual.scrollToIndex(to);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-index="${to}"] a`)?.focus());
  }

  const { columns } = given;
  const tracks = tracksOf(columns);
  const [frame, isTooWide] = useTooWide();
  if (rows.length === 0 && !isLoading) return given.empty;
  const sorting = { ...(given.sort ? { sort: given.sort } : {}), ...(given.onSort ? { onSort: given.onSort } : {}) };
  return (
    <>
      <NarrowSort columns={columns} {...sorting} />
      <div key={tracks} ref={frame} className={isTooWide ? 'md:overflow-x-auto' : ''}>
        <div
          role="table"
          aria-label={given.label}
          aria-rowcount={isLoading || onNearEnd ? -1 : rows.length + 1}
          className={isTooWide ? 'md:min-w-max' : ''}
        >
          <TableHeader columns={columns} tracks={tracks} {...sorting} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links inside have the focus; their keys bubble here */}
          <div ref={body} role="rowgroup" onKeyDown={goToRow} className="relative" style={{ height: virtual.getTotalSize() }}>
            {drawn.map((item) => {
              const row = rows[item.index];
              return row === undefined ? null : (
                <TableRow
                  key={item.key}
                  ref={virtual.measureElement}
                  index={item.index}
                  top={item.start - offset}
                  tracks={tracks}
                  columns={columns}
                  row={row}
                  {...(given.rowTo ? { to: given.rowTo(row) } : {})}
                  {...(given.rowSearch ? { search: given.rowSearch } : {})}
                />
              );
            })}
          </div>
        </div>
      </div>
      {isLoading && (
        <div className="py-6">
          <Skeleton lines={rows.length === 0 ? 8 : 2} />
        </div>
      )}
    </>
  );
}

/** More columns than there is room for scroll sideways within the table; only then, since its heading cannot stay in sight meanwhile. */
function useTooWide(): [RefCallback<HTMLElement>, boolean] {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [isTooWide, setTooWide] = useState(false);
  useLayoutEffect(() => {
    if (frame === null) return;
    const watch = new ResizeObserver(() => setTooWide(frame.scrollWidth > frame.clientWidth));
    watch.observe(frame);
    return () => watch.disconnect();
  }, [frame]);
  return [setFrame, isTooWide];
}

function rowAfter(key: string, from: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
