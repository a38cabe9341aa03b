import type { ReactNode } from 'react';
import type { ComboBoxProps as AriaComboBoxProps } from 'react-aria-components/ComboBox';
import type { Choice } from './choice.ts';

export type ComboBoxProps<Id extends string> = { label: string; hint?: ReactNode; choices: readonly Choice<Id>[] } & Omit<
  AriaComboBoxProps<Choice<Id>>,
  'className' | 'style' | 'children' | 'items' | 'defaultItems' | 'value' | 'defaultValue' | 'onChange'
> & {
    value?: Id | null;
    defaultValue?: Id;
    onChange?: (id: Id | null) => void;
    placeholder?: string;
    /** Choices come filtered from elsewhere (a search on the server) as the input changes. */
    filtered?: boolean;
  };
