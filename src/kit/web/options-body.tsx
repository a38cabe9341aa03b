import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { FIELD } from './field-look.ts';
import { FieldHint, FieldLabel, FieldProblem } from './field.tsx';
import type { OptionsProps } from './options-props.ts';
import { RING, ROW } from './tick-look.ts';

export function OptionsBody<Id extends string>(given: OptionsProps<Id>) {
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
