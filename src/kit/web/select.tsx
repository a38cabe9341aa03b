import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, type ComboBoxProps as AriaComboBoxProps } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue, type SelectProps as AriaSelectProps } from 'react-aria-components/Select';
import type { Choice } from './choice.ts';
import { FIELD, FIELD_BOX, FieldHint, FieldLabel, FieldProblem } from './field.tsx';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';
import { POPOVER } from './popover.tsx';
import { useMessages } from './i18n/language.tsx';

type Common<Id extends string> = { label: string; hint?: ReactNode; choices: readonly Choice<Id>[] };

type SelectProps<Id extends string> = Common<Id> &
  Omit<AriaSelectProps<Choice<Id>>, 'className' | 'style' | 'children' | 'value' | 'defaultValue' | 'onChange'> & {
    value?: Id | null;
    defaultValue?: Id;
    onChange?: (id: Id) => void;
    /** The label is read out but not shown: where a line of filters explains itself. */
    labelHidden?: boolean;
  };

/** One of a few. For many, or where people type, take ComboBox. */
export function Select<Id extends string>({ label, hint, choices, labelHidden = false, onChange, ...rest }: SelectProps<Id>) {
  const say = useMessages();
  return (
    <AriaSelect
      {...rest}
      placeholder={rest.placeholder ?? say('kit.select.placeholder')}
      {...(labelHidden ? { 'aria-label': label } : {})}
      {...(onChange ? { onChange: (key) => key !== null && onChange(key as Id) } : {})}
      className={`${FIELD} group`}
    >
      {!labelHidden && <FieldLabel>{label}</FieldLabel>}
      <Button
        className={`${FIELD_BOX} flex items-center gap-2 px-3 text-start data-focus-visible:border-accent data-focus-visible:ring-1 data-focus-visible:ring-accent group-data-invalid:border-red`}
      >
        <SelectValue className="min-w-0 grow truncate data-placeholder:text-ink-faint">
          {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDownIcon className="size-4 text-ink-faint" />
      </Button>
      <FieldHint>{hint}</FieldHint>
      <FieldProblem />
      <Popover className={`${POPOVER} min-w-(--trigger-width)`}>
        <ListBox items={choices} className="max-h-80 overflow-auto p-1 outline-none">
          {(choice) => <ChoiceRow choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

type ComboBoxProps<Id extends string> = Common<Id> &
  Omit<
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

/** One of many, found by typing. */
export function ComboBox<Id extends string>({ label, hint, choices, filtered = false, onChange, placeholder, ...rest }: ComboBoxProps<Id>) {
  const say = useMessages();
  return (
    <AriaComboBox
      {...rest}
      {...(filtered ? { items: choices } : { defaultItems: choices })}
      {...(onChange ? { onChange: (key) => onChange(key as Id | null) } : {})}
      menuTrigger={filtered ? 'input' : 'focus'}
      allowsEmptyCollection
      className={FIELD}
    >
      <FieldLabel>{label}</FieldLabel>
      <Group className={`${FIELD_BOX} flex items-center`}>
        <Input
          placeholder={placeholder ?? ''}
          className="h-full min-w-0 grow bg-transparent ps-3 outline-none placeholder:text-ink-faint"
        />
        <Button className="h-full px-3 text-ink-faint">
          <ChevronDownIcon className="size-4" />
        </Button>
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldProblem />
      <Popover className={`${POPOVER} w-(--trigger-width)`}>
        <ListBox
          className="max-h-80 overflow-auto p-1 outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-sm text-ink-soft">{say('kit.select.none')}</p>}
        >
          {(choice: Choice<Id>) => <ChoiceRow choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function ChoiceRow({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem
      id={choice.id}
      textValue={choice.text}
      className="group flex min-h-field items-center gap-2 rounded-md px-3 py-1.5 outline-none data-focused:bg-accent-soft data-hovered:bg-wash"
    >
      <span className="grow">
        {choice.text}
        {choice.note !== undefined && (
          <span slot="description" className="block text-sm text-ink-soft">
            {choice.note}
          </span>
        )}
      </span>
      <CheckIcon className="invisible size-4 text-accent group-data-selected:visible" />
    </ListBoxItem>
  );
}
