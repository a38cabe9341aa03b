import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField, type SearchFieldProps } from 'react-aria-components/SearchField';
import { FIELD_BOX } from './field.tsx';
import { CloseIcon, SearchIcon } from './icons.tsx';

/** A filter over what is on the page. Its label is read out, not shown: the magnifying glass says it. */
export function SearchField({
  label,
  placeholder,
  ...rest
}: { label: string; placeholder?: string } & Omit<SearchFieldProps, 'className' | 'style' | 'children'>) {
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
