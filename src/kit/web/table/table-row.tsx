import type { ReactNode, Ref } from 'react';
import { Link } from '../link.tsx';
import type { Column } from './columns.ts';

/** Narrow screens lay the cells out as two lines; the roles say all along that it is a table. */
const NARROW = {
  title: 'max-md:order-1 max-md:grow max-md:basis-3/5',
  aside: 'max-md:order-2 max-md:ms-auto max-md:text-end',
  line: 'max-md:order-3 max-md:text-sm max-md:text-ink-soft',
  none: 'max-md:hidden',
} as const;

export function TableRow<Row>({
  ref,
  row,
  to,
  search,
  ...given
}: {
  ref: Ref<HTMLDivElement>;
  index: number;
  top: number;
  tracks: string;
  columns: readonly Column<Row>[];
  row: Row;
  to?: string;
  search?: Readonly<Record<string, string | undefined>>;
}) {
  return (
    <div
      ref={ref}
      role="row"
      data-index={given.index}
      aria-rowindex={given.index + 2}
      className="absolute inset-x-0 top-0 border-b border-line py-row hover:bg-wash max-md:flex max-md:flex-wrap max-md:gap-x-3 max-md:after:order-2 max-md:after:basis-full max-md:after:content-[''] md:grid md:items-center md:gap-x-5"
      style={{ transform: `translateY(${given.top}px)`, gridTemplateColumns: given.tracks }}
    >
      {given.columns.map((column) => (
        <div
          key={column.id}
          role={column.isFixed === true ? 'rowheader' : 'cell'}
          className={`min-w-0 ${column.isFigure === true ? 'tabular md:text-end' : ''} ${NARROW[column.narrow ?? 'none']}`}
        >
          {to !== undefined && column.narrow === 'title' ? (
            <RowLink to={to} search={search ?? {}}>
              {column.cell(row)}
            </RowLink>
          ) : (
            column.cell(row)
          )}
        </div>
      ))}
    </div>
  );
}

/** The link lies over the whole row, so that a thumb finds it. */
function RowLink({ to, search, children }: { to: string; search: Readonly<Record<string, string | undefined>>; children: ReactNode }) {
  return (
    <Link to={to} search={search} look="name" className="after:absolute after:inset-0">
      {children}
    </Link>
  );
}
