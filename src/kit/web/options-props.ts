import type { ReactNode } from 'react';

export type OptionsProps<Id extends string> = {
  label: string;
  hint?: ReactNode;
  name?: string;
  value?: Id | null;
  defaultValue?: Id;
  choices: readonly { id: Id; text: string; note?: string }[];
  onChange?: (id: Id) => void;
};
