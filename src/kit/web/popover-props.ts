import type { ReactNode } from 'react';

export type PopoverProps = {
  /** The button. */
  trigger: ReactNode;
  label: string;
  placement?: 'bottom start' | 'bottom end';
  children: ReactNode | ((close: () => void) => ReactNode);
};
