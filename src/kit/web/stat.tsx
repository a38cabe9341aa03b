import type { ReactNode } from 'react';
import { Link } from './link.tsx';

/** One figure with its name. It opens the names behind it where there are any. */
export function Stat(given: {
  label: string;
  value: ReactNode;
  /** What the figure means or rests on: "of 412 customers", an interval. */
  note?: ReactNode;
  to?: string;
  search?: Readonly<Record<string, string | number | undefined>>;
}) {
  return (
    <div className="flex min-w-28 flex-col">
      <dt className="order-2 text-sm text-ink-soft">
        {given.label}
        {given.note !== undefined && <span className="block text-ink-faint">{given.note}</span>}
      </dt>
      <dd className="order-1 text-xl font-semibold tracking-tight">
        {given.to === undefined ? (
          given.value
        ) : (
          <Link to={given.to} {...(given.search ? { search: given.search } : {})} look="name">
            {given.value}
          </Link>
        )}
      </dd>
    </div>
  );
}

/** Figures in a row, without boxes. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-10 gap-y-5">{children}</dl>;
}
