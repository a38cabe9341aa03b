import { useEffect, useRef, type ReactNode } from 'react';
import { ChevronStartIcon } from './icons.tsx';
import { Link } from './link.tsx';

/**
 * A page: its one heading, what it is about, its actions. Sets the title of the window, and takes the focus after a
 * navigation, so that whoever listens hears where they are.
 */
export function Page(given: {
  title: string;
  /** The heading as shown, where it is more than text (a name in its own direction). */
  heading?: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; text: string; search?: Readonly<Record<string, string | undefined>> };
  /** `narrow` for reading and forms, `wide` for tables. */
  width?: 'narrow' | 'normal' | 'wide';
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${given.title} · Tend`;
  }, [given.title]);
  useEffect(() => {
    if (!isFirstPage && isFocusFree()) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <div className={`mx-auto flex w-full flex-col gap-section ${WIDTHS[given.width ?? 'normal']}`}>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          {given.back && (
            <Link
              to={given.back.to}
              search={given.back.search ?? {}}
              look="bare"
              className="mb-1 -ms-1 inline-flex min-h-8 items-center gap-1 text-sm text-ink-soft hover:text-accent"
            >
              <ChevronStartIcon className="size-4" />
              {given.back.text}
            </Link>
          )}
          <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold outline-none sm:text-3xl">
            {given.heading ?? given.title}
          </h1>
          {given.lede !== undefined && <div className="mt-2 max-w-prose text-ink-soft">{given.lede}</div>}
        </div>
        {given.actions !== undefined && <div className="flex flex-wrap items-center gap-3 print:hidden">{given.actions}</div>}
      </header>
      {given.children}
    </div>
  );
}

const WIDTHS = { narrow: 'max-w-2xl', normal: 'max-w-5xl', wide: 'max-w-7xl' } as const;

/** Part of a page under its own heading. */
export function Section(given: { title: string; lede?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div>
          <h2 className="text-lg font-semibold">{given.title}</h2>
          {given.lede !== undefined && <p className="max-w-prose text-sm text-ink-soft">{given.lede}</p>}
        </div>
        {given.actions}
      </div>
      {given.children}
    </section>
  );
}

/** Whoever opens an address hears the title of the window; only later pages have to say that they came. */
let isFirstPage = true;

/** The focus is on the link that led here, or went with the page before. */
function isFocusFree(): boolean {
  const focused = document.activeElement;
  return focused === document.body || focused?.closest('a, [role=menuitem]') !== null;
}
