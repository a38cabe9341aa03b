import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useOpening } from './opening.ts';
import { POPOVER } from './popover-look.ts';
import type { PopoverProps } from './popover-props.ts';

export function PopoverBody({ trigger, label, placement, children }: PopoverProps) {
  const { place, isOpen, setOpen } = useOpening();
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <span ref={place} className="contents">
        {trigger}
      </span>
      <Popover placement={placement ?? 'bottom start'} offset={6} className={`${POPOVER} max-w-[min(26rem,92vw)]`}>
        <Dialog aria-label={label} className="p-4 outline-none">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
