import { useRef, type KeyboardEvent } from 'react';
import { FIELD_BOX } from './field-look.ts';
import { useMessages } from './i18n/language.tsx';
import { CloseIcon, SearchIcon } from './icons.tsx';

/** A filter over what is on the page. Its label is read out, not shown: the magnifying glass says it. */
export function SearchField(given: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const say = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const { label, value, onChange } = given;

  function clear() {
    onChange('');
    input.current?.focus();
  }

  return (
    <search
      className={`${FIELD_BOX} flex min-w-0 grow items-center gap-2 px-3 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent`}
    >
      <SearchIcon className="size-[1.125rem] text-ink-faint" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={given.placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...(given.onKeyDown ? { onKeyDown: given.onKeyDown } : {})}
        className="h-full min-w-0 grow bg-transparent outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={say('kit.search.clear')}
          onClick={clear}
          className="-me-1.5 flex size-7 items-center justify-center rounded text-ink-faint hover:text-ink"
        >
          <CloseIcon className="size-4" />
        </button>
      )}
    </search>
  );
}
