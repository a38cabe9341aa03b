import { lazy, Suspense, useState } from 'react';
import type { PopoverProps } from './popover-props.ts';

const load = () => import('./popover-body.tsx');
const PopoverBody = lazy(async () => ({ default: (await load()).PopoverBody }));

/** Something small beside what was pressed: a filter, the columns of a table, the why of a figure. Its code comes when a pointer nears it. */
export function Popover(given: PopoverProps) {
  const [isWanted, setWanted] = useState(false);
  const closed = (
    <span
      className="contents"
      onClickCapture={() => setWanted(true)}
      onKeyUpCapture={({ key }) => (key === 'Enter' || key === ' ') && setWanted(true)}
      onPointerEnter={() => void load()}
    >
      {given.trigger}
    </span>
  );
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <PopoverBody {...given} />
    </Suspense>
  );
}
