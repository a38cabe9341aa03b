import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components/Checkbox';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';
import { FIELD, FieldHint, FieldLabel, FieldProblem } from './field.tsx';
import { CheckIcon } from './icons.tsx';

const ROW = 'group flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11 data-disabled:opacity-50';
const RING = 'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent';

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

/** One of a few that deserve to be seen side by side. */
export function Options<Id extends string>(given: {
  label: string;
  hint?: ReactNode;
  name?: string;
  value?: Id | null;
  defaultValue?: Id;
  choices: readonly { id: Id; text: string; note?: string }[];
  onChange?: (id: Id) => void;
}) {
  const { onChange } = given;
  return (
    <RadioGroup
      className={FIELD}
      {...(given.name === undefined ? {} : { name: given.name })}
      {...(given.value === undefined ? {} : { value: given.value })}
      {...(given.defaultValue === undefined ? {} : { defaultValue: given.defaultValue })}
      {...(onChange ? { onChange: (id: string) => onChange(id as Id) } : {})}
    >
      <FieldLabel>{given.label}</FieldLabel>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {given.choices.map((one) => (
          <RadioField key={one.id} value={one.id}>
            <RadioButton className={`${ROW} outline-none`}>
              <span
                className={`size-5 shrink-0 rounded-full border border-line-strong bg-sheet group-data-selected:border-[0.375rem] group-data-selected:border-accent ${RING}`}
              />
              <span>
                {one.text}
                {one.note !== undefined && <span className="block text-sm text-ink-soft">{one.note}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldHint>{given.hint}</FieldHint>
      <FieldProblem />
    </RadioGroup>
  );
}
