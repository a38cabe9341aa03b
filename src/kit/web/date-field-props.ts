import type { ReactNode } from 'react';

type Common = {
  label: string;
  hint?: ReactNode;
  name?: string;
  isRequired?: boolean;
  isInvalid?: boolean;
  autoFocus?: boolean;
};

export type DateFieldProps = Common & {
  /** `2026-11-21`, whatever calendar the reader uses. */
  value?: string | null;
  defaultValue?: string;
  min?: string;
  max?: string;
  onChange?: (day: string | null) => void;
};

export type MomentFieldProps = Common & {
  /** Local to the workspace, without zone: `2026-11-21T17:30`. */
  value?: string | null;
  defaultValue?: string;
  min?: string;
  onChange?: (moment: string | null) => void;
};
