import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components/Popover';

export const POPOVER = 'appear rounded-xl border border-line bg-sheet text-ink shadow-lift outline-none';

/** Something small beside what was pressed: a filter, the columns of a table, the why of a figure. */
export function Popover(given: {
  /** The button. */
  trigger: ReactNode;
  label: string;
  placement?: PopoverProps['placement'];
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const { children } = given;
  return (
    <DialogTrigger>
      {given.trigger}
      <AriaPopover placement={given.placement ?? 'bottom start'} offset={6} className={`${POPOVER} max-w-[min(26rem,92vw)]`}>
        <Dialog aria-label={given.label} className="p-4 outline-none">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
