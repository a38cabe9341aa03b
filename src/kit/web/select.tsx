import { useContext, useId, type ReactNode } from 'react';
import { FormValidationContext } from 'react-aria-components';
import type { Choice } from './choice.ts';
import { FIELD, FIELD_BOX } from './field-look.ts';
import { useMessages } from './i18n/language.tsx';
import { ChevronDownIcon } from './icons.tsx';

type SelectProps<Id extends string> = {
  label: string;
  /** The label is read out but not shown: where a line of filters explains itself. */
  labelHidden?: boolean;
  hint?: ReactNode;
  name?: string;
  choices: readonly Choice<Id>[];
  /** `null`: nothing chosen yet. */
  value?: Id | null;
  defaultValue?: Id;
  onChange?: (id: Id) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
};

/** One of a few; the browser's own, as every device has made it best for its users. For many, or where people type, take ComboBox. */
export function Select<Id extends string>(given: SelectProps<Id>) {
  const say = useMessages();
  const id = useId();
  const { choices, hint, name, onChange } = given;
  const refused = useContext(FormValidationContext)[name ?? ''];
  const problem = refused === undefined ? '' : [refused].flat().join(' ');
  const isOpenYet = given.value === null || (given.value === undefined && given.defaultValue === undefined);
  const described = [hint === undefined ? '' : `${id}-hint`, problem === '' ? '' : `${id}-problem`].join(' ').trim();
  return (
    <div className={FIELD}>
      <label htmlFor={id} className={given.labelHidden === true ? 'sr-only' : 'text-sm font-medium'}>
        {given.label}
      </label>
      <div className="relative">
        <select
          id={id}
          className={`${FIELD_BOX} truncate ps-3 pe-9 focus:border-accent focus:ring-1 focus:ring-accent ${problem === '' ? '' : 'border-red'}`}
          {...(name === undefined ? {} : { name })}
          {...(given.value === undefined ? {} : { value: given.value ?? '' })}
          {...(given.value === undefined ? { defaultValue: given.defaultValue ?? '' } : {})}
          {...(described === '' ? {} : { 'aria-describedby': described })}
          {...(problem === '' ? {} : { 'aria-invalid': true })}
          required={given.isRequired ?? false}
          disabled={given.isDisabled ?? false}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.id === event.currentTarget.value);
            if (chosen) onChange?.(chosen.id);
          }}
        >
          {isOpenYet && (
            <option value="" disabled hidden>
              {say('kit.select.placeholder')}
            </option>
          )}
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.text}
            </option>
          ))}
        </select>
        <ChevronDownIcon className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4 text-ink-faint" />
      </div>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </span>
      )}
      {problem !== '' && (
        <span id={`${id}-problem`} className="text-sm font-medium text-red">
          {problem}
        </span>
      )}
    </div>
  );
}
