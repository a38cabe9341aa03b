import { useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { nearDays } from './near-days.ts';
import { openToAnswer, useAnswers, type Entry } from './today.ts';

/** Not now: until one of the days people mostly mean, or any other. */
export function SnoozeDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const answer = useAnswers();
  const [day, setDay] = useState<string | null>(null);
  const today = Temporal.PlainDate.from(workspace.today);

  function snooze(untilOn: string) {
    onClose();
    void answer(entry, openToAnswer(entry), { answer: 'snoozed', untilOn });
  }

  return (
    <Dialog title={say('today.snooze.title', { name: entry.customer.name })} isOpen onClose={onClose}>
      <div className="flex flex-col gap-2">
        {nearDays(today).map(({ name, on }, place) => (
          <Button key={name} look={place === 0 ? 'main' : 'plain'} autoFocus={place === 0} onPress={() => snooze(on)}>
            {say(`today.snooze.${name}`, { on: formats.weekdayDate(on) })}
          </Button>
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <DateField
          label={say('today.snooze.other')}
          value={day}
          onChange={setDay}
          min={today.add({ days: 1 }).toString()}
          max={today.add({ days: 366 }).toString()}
        />
        <Button isDisabled={day === null} onPress={() => day !== null && snooze(day)}>
          {say('today.snooze.submit')}
        </Button>
      </div>
    </Dialog>
  );
}
