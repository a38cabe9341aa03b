import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

/** A few words about a control, on hover and on focus. Nothing that is needed may stand only here: touch has no hover. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip offset={6} className="appear z-50 max-w-64 rounded-md bg-ink px-2.5 py-1.5 text-xs text-paper shadow-lift">
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
