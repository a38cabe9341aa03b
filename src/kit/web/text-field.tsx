import type { ReactNode } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { SearchField as AriaSearchField, type SearchFieldProps } from 'react-aria-components/SearchField';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { Button } from 'react-aria-components/Button';
import { FIELD, FIELD_BOX, FieldHint, FieldLabel, FieldProblem } from './field.tsx';
import { CloseIcon, SearchIcon } from './icons.tsx';

type Common = {
  label: string;
  /** What to know before typing; stays visible. */
  hint?: ReactNode;
  placeholder?: string;
};

export type TextFieldProps = Common & Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>;

export function TextField({ label, hint, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={FIELD}>
      <FieldLabel>{label}</FieldLabel>
      <Input placeholder={placeholder ?? ''} className={`${FIELD_BOX} px-3`} />
      <FieldHint>{hint}</FieldHint>
      <FieldProblem />
    </AriaTextField>
  );
}

/** Several lines; grows with what is written where the browser can do that. */
export function TextArea({ label, hint, placeholder, rows = 3, ...rest }: TextFieldProps & { rows?: number }) {
  return (
    <AriaTextField {...rest} className={FIELD}>
      <FieldLabel>{label}</FieldLabel>
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

/** A filter over what is on the page. Its label is read out, not shown: the magnifying glass says it. */
export function SearchField({
  label,
  placeholder,
  ...rest
}: Pick<Common, 'label' | 'placeholder'> & Omit<SearchFieldProps, 'className' | 'style' | 'children'>) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="group min-w-0 grow sm:max-w-80">
      <Group className={`${FIELD_BOX} flex items-center gap-2 px-3`}>
        <SearchIcon className="size-[1.125rem] text-ink-faint" />
        <Input
          placeholder={placeholder ?? label}
          className="h-full min-w-0 grow bg-transparent outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
        />
        <Button className="-me-1 rounded p-1 text-ink-faint group-data-empty:hidden data-hovered:text-ink">
          <CloseIcon className="size-4" />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
