import type { ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { FIELD, FIELD_BOX } from './field-look.ts';
import { FieldHint, FieldLabel, FieldProblem } from './field.tsx';

type Common = {
  label: string;
  /** The label is read out but not shown: where rows of the same stand under one heading. */
  labelHidden?: boolean;
  /** What to know before typing; stays visible. */
  hint?: ReactNode;
  placeholder?: string;
};

export type TextFieldProps = Common & Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>;

export function TextField({ label, labelHidden = false, hint, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={FIELD}>
      <FieldLabel isHidden={labelHidden}>{label}</FieldLabel>
      <Input placeholder={placeholder ?? ''} className={`${FIELD_BOX} px-3`} />
      <FieldHint>{hint}</FieldHint>
      <FieldProblem />
    </AriaTextField>
  );
}

/** Several lines; grows with what is written where the browser can do that. */
export function TextArea({ label, labelHidden = false, hint, placeholder, rows = 3, ...rest }: TextFieldProps & { rows?: number }) {
  return (
    <AriaTextField {...rest} className={FIELD}>
      <FieldLabel isHidden={labelHidden}>{label}</FieldLabel>
      <AriaTextArea
        rows={rows}
        placeholder={placeholder ?? ''}
        className={`${FIELD_BOX} h-auto resize-y px-3 py-2 [field-sizing:content]`}
      />
      <FieldHint>{hint}</FieldHint>
      <FieldProblem />
    </AriaTextField>
  );
}
