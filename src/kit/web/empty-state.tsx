import type { ReactNode } from 'react';
import { SproutIcon, type Icon } from './icons.tsx';

/** An empty place says what to do first. */
export function EmptyState(given: { icon?: Icon; title: string; children?: ReactNode; actions?: ReactNode }) {
  const Icon = given.icon ?? SproutIcon;
  return (
    <div className="flex flex-col items-start gap-4 py-10 sm:items-center sm:py-16 sm:text-center">
      <span className="flex size-14 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon className="size-7" />
      </span>
      <div className="flex max-w-prose flex-col gap-1">
        <h2 className="text-xl font-semibold">{given.title}</h2>
        {given.children !== undefined && <div className="text-ink-soft">{given.children}</div>}
      </div>
      {given.actions !== undefined && <div className="flex flex-wrap gap-3">{given.actions}</div>}
    </div>
  );
}
