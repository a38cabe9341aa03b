import { useState } from 'react';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';

type Prefixes = { readonly label: string; readonly prefixes: readonly string[]; readonly onChange: (prefixes: string[]) => void };

/** A few letters, written with commas between. They count when the field is left or Enter is pressed, not with every key. */
export function PrefixField({ label, prefixes, onChange }: Prefixes) {
  const say = useMessages();
  const kept = prefixes.join(', ');
  const [typed, setTyped] = useState<string>();

  function settle() {
    if (typed === undefined) return;
    const told = typed.split(/[\s,;،]+/).filter((prefix) => prefix !== '');
    setTyped(undefined);
    if (told.join(', ') !== kept) onChange(told.slice(0, 10).map((prefix) => prefix.slice(0, 10)));
  }

  return (
    <TextField
      label={label}
      hint={say('purchases.import.prefixes.hint')}
      value={typed ?? kept}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={({ key }) => key === 'Enter' && settle()}
    />
  );
}
