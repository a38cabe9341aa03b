import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { Choice } from './choice.ts';
import type { ComboBoxProps } from './combo-box-props.ts';
import { FIELD, FIELD_BOX } from './field-look.ts';
import { FieldHint, FieldLabel, FieldProblem } from './field.tsx';
import { useMessages } from './i18n/language.tsx';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';
import { POPOVER } from './popover-look.ts';
import { Spotted } from './spots.tsx';

export function ComboBoxBody<Id extends string>({
  label,
  hint,
  choices,
  filtered = false,
  onChange,
  placeholder,
  ...rest
}: ComboBoxProps<Id>) {
  const say = useMessages();
  return (
    <ComboBox
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
    </ComboBox>
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
        <Spotted text={choice.text} spots={choice.spots} />
        {choice.note !== undefined && (
          <span slot="description" className="block text-sm text-ink-soft">
            <Spotted text={choice.note} spots={choice.noteSpots} />
          </span>
        )}
      </span>
      <CheckIcon className="invisible size-4 text-accent group-data-selected:visible" />
    </ListBoxItem>
  );
}
