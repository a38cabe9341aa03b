import type { ReactNode } from 'react';
import type { Icon } from './icons.tsx';

export type MenuEntry =
  | {
      readonly text: string;
      readonly icon?: Icon;
      /** Keys that do the same, shown at the end. */
      readonly keys?: string;
      readonly danger?: boolean;
      readonly run: () => void;
    }
  | {
      /** One of a few, chosen in the menu: theme, density. */
      readonly title: string;
      readonly chosen: string;
      readonly choices: readonly { readonly id: string; readonly text: string }[];
      readonly choose: (id: string) => void;
    };

/** What a button does to be the door of a menu. */
export type Door = { onPress?: () => void; onHoverStart?: () => void };

export type MenuProps = {
  /** The button, given what makes it open: `(door) => <Button {...door}>…</Button>`. */
  renderTrigger: (door: Door) => ReactNode;
  label: string;
  side?: 'below' | 'above';
  entries: readonly MenuEntry[];
};
