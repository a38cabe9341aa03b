import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures end-aligned, in figures of equal width. */
  readonly isFigure?: boolean;
  /** A track of a CSS grid: `minmax(12rem, 2fr)`, `7rem`. */
  readonly width?: string;
  readonly isSortable?: boolean;
  /** On a narrow screen a row is two lines: the title with one thing aside, then the rest. What is not named stays away. */
  readonly narrow?: 'title' | 'aside' | 'line';
  /** Cannot be left out: whatever names the row. */
  readonly isFixed?: boolean;
};

export type Sort = { readonly by: string; readonly descending: boolean };

export function tracksOf<Row>(columns: readonly Column<Row>[]): string {
  return columns.map((column) => column.width ?? (column.isFigure === true ? '7.5rem' : 'minmax(7rem, 1fr)')).join(' ');
}

/** Pressing a heading: first the way people mostly want it (figures from the top, names from A), then the other. */
export function sortedBy<Row>(column: Column<Row>, present: Sort | undefined): Sort {
  if (present?.by === column.id) return { by: column.id, descending: !present.descending };
  return { by: column.id, descending: column.isFigure === true };
}
