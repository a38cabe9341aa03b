import { lazy, Suspense } from 'react';
import type { TicksProps } from './ticks-props.ts';

const TicksBody = lazy(async () => ({ default: (await import('./ticks-body.tsx')).TicksBody }));

/** Any of a few, ticked off in a popover: what to filter by, which columns to see. */
export function Ticks<Id extends string>(given: TicksProps<Id>) {
  return (
    <Suspense>
      {/* What is lazy forgets that the ids in and out are of one kind. */}
      <TicksBody {...(given as unknown as TicksProps<string>)} />
    </Suspense>
  );
}
