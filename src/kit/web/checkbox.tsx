import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components/Checkbox';
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';
import { CheckIcon } from './icons.tsx';
import { RING, ROW } from './tick-look.ts';

export function Checkbox({ children, ...rest }: Omit<CheckboxFieldProps, 'className' | 'style' | 'children'> & { children: ReactNode }) {
  return (
    <CheckboxField {...rest}>
      <CheckboxButton className={`${ROW} outline-none`}>
        <span
          className={`flex size-5 shrink-0 items-center justify-center rounded-md border border-line-strong bg-sheet text-on-accent group-data-selected:border-accent group-data-selected:bg-accent ${RING}`}
        >
          <CheckIcon className="invisible size-4 group-data-selected:visible" strokeWidth="3" />
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}

/** Takes effect at once, without a save button. */
export function Switch({ children, ...rest }: Omit<SwitchFieldProps, 'className' | 'style' | 'children'> & { children: ReactNode }) {
  return (
    <SwitchField {...rest}>
      <SwitchButton className={`${ROW} outline-none`}>
        <span
          className={`flex h-6 w-10 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors group-data-selected:bg-accent ${RING}`}
        >
          <span className="size-5 rounded-full bg-sheet transition-transform group-data-selected:translate-x-4 rtl:group-data-selected:-translate-x-4" />
        </span>
        <span>{children}</span>
      </SwitchButton>
    </SwitchField>
  );
}
