import type { ReactNode } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField, type NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components/NumberField';
import { FIELD, FIELD_BOX } from './field-look.ts';
import { FieldHint, FieldLabel, FieldProblem } from './field.tsx';

type NumberFieldProps = Omit<AriaNumberFieldProps, 'className' | 'style' | 'children'> & {
  label: string;
  hint?: ReactNode;
  /** Written after the figure: days, hours. */
  unit?: string;
};

/** Takes figures in the reader's own digits and separators; arrow keys step. Percent by `formatOptions={{ style: 'percent' }}`. */
export function NumberField({ label, hint, unit, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} className={FIELD}>
      <FieldLabel>{label}</FieldLabel>
      <Group className={`${FIELD_BOX} flex max-w-44 items-center`}>
        <Input className="tabular h-full min-w-0 grow bg-transparent px-3 outline-none" />
        {unit !== undefined && <span className="pe-3 text-sm text-ink-faint">{unit}</span>}
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldProblem />
    </AriaNumberField>
  );
}
