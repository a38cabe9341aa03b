import { useContext, useId } from 'react';
import { FormValidationContext } from 'react-aria-components';
import { FIELD, FIELD_BOX } from './field.tsx';
import { ChevronDownIcon } from './icons.tsx';
import type { Choice } from './choice.ts';

/** The browser's own choice of one: for the pages before sign-in, which must be there at once on any connection. */
export function PlainSelect<Id extends string>(given: {
  label: string;
  labelHidden?: boolean;
  name?: string;
  choices: readonly Choice<Id>[];
  value?: Id;
  defaultValue?: Id;
  onChange?: (id: Id) => void;
}) {
  const id = useId();
  const { choices, onChange, name } = given;
  const refused = useContext(FormValidationContext)[name ?? ''];
  const problems = refused === undefined ? [] : [refused].flat();
  return (
    <div className={FIELD}>
      <label htmlFor={id} className={given.labelHidden === true ? 'sr-only' : 'text-sm font-medium'}>
        {given.label}
      </label>
      <div className="relative">
        <select
          id={id}
          className={`${FIELD_BOX} appearance-none truncate ps-3 pe-9 focus:border-accent focus:ring-1 focus:ring-accent`}
          {...(name === undefined ? {} : { name })}
          {...(given.value === undefined ? {} : { value: given.value })}
          {...(given.defaultValue === undefined ? {} : { defaultValue: given.defaultValue })}
          {...(problems.length === 0 ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` })}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.id === event.currentTarget.value);
            if (chosen) onChange?.(chosen.id);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.text}
            </option>
          ))}
        </select>
        <ChevronDownIcon className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4 text-ink-faint" />
      </div>
      {problems.length > 0 && (
        <span id={`${id}-problem`} className="text-sm font-medium text-red">
          {problems.join(' ')}
        </span>
      )}
    </div>
  );
}
