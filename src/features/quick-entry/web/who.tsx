import { useState } from 'react';
import { CustomerPicker } from '#features/people/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { ConfirmGiven } from './draft.ts';

/** With whom it was: whoever the line can only mean, or one of those whom it may mean, or anybody else. */
export function Who({ draft, reading, changes, onChange }: ConfirmGiven) {
  const say = useMessages();
  const [isOther, setOther] = useState(false);
  const choose = (customer: { readonly id: string; readonly name: string } | null) => {
    if (!customer) return;
    onChange({ ...changes, customer });
    setOther(false);
  };
  if (draft.customer && !isOther)
    return (
      <p className="flex flex-wrap items-center justify-between gap-x-3">
        <bdi className="text-lg font-medium">{draft.customer.name}</bdi>
        <Button look="quiet" onPress={() => setOther(true)}>
          {say('quick_entry.who.other')}
        </Button>
      </p>
    );
  return (
    <div className="flex flex-col gap-3">
      {reading.candidates.length > 0 && (
        <div className="flex flex-wrap gap-2" role="group" aria-label={say('quick_entry.who.which', { name: reading.named ?? '' })}>
          {reading.candidates.map(({ id, name }) => (
            <Button key={id} onPress={() => choose({ id, name })}>
              <bdi>{name}</bdi>
            </Button>
          ))}
        </div>
      )}
      <CustomerPicker label={say('quick_entry.who')} name="customer" onChoose={choose} />
    </div>
  );
}
