import { useState } from 'react';
import { FieldSet } from '#kit/web/field-group.tsx';
import type { Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import type { Customer } from '../customer.ts';
import { numberIn } from './told.ts';

type Birthday = NonNullable<Customer['birthday']>;

/** A birthday as people tell it: day and month, the year only where they did, in the calendar in which they keep it. */
export function BirthdayField({ birthday }: { birthday: Birthday | null }) {
  const say = useMessages();
  const formats = useFormats();
  const [calendar, setCalendar] = useState<Birthday['calendar']>(
    birthday?.calendar ?? (formats.calendar === 'persian' ? 'persian' : 'gregory'),
  );
  const months = monthsOf(calendar, formats.locale).map((text, index) => ({ id: String(index + 1), text }));
  return (
    <FieldSet label={say('people.birthday')} name="birthday">
      <div className="grid grid-cols-[4rem_minmax(0,1fr)_5rem] gap-2">
        <TextField
          label={say('people.birthday.day')}
          name="birthday.day"
          inputMode="numeric"
          maxLength={2}
          defaultValue={birthday ? String(birthday.day) : ''}
        />
        <Select
          label={say('people.birthday.month')}
          name="birthday.month"
          choices={[{ id: '', text: '–' }, ...months]}
          defaultValue={birthday ? String(birthday.month) : ''}
        />
        <TextField
          label={say('people.birthday.year')}
          name="birthday.year"
          inputMode="numeric"
          maxLength={4}
          defaultValue={birthday?.year ? String(birthday.year) : ''}
        />
      </div>
      <Select
        label={say('people.birthday.calendar')}
        labelHidden
        name="birthday.calendar"
        choices={[
          { id: 'gregory', text: say('people.calendar.gregory') },
          { id: 'persian', text: say('people.calendar.persian') },
        ]}
        value={calendar}
        onChange={setCalendar}
      />
    </FieldSet>
  );
}

/** The birthday that was typed; null where nothing of it was. */
export function birthdayIn(typed: Typed): Partial<Birthday> | null {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => numberIn(typed, `birthday.${part}`)) as [
    number | null,
    number | null,
    number | null,
  ];
  if (day === null && month === null && year === null) return null;
  const calendar = typed.text('birthday.calendar') === 'persian' ? 'persian' : 'gregory';
  // What is no number is no day: the server says so at the field.
  const whole = (part: number | null) => (part === null || Number.isNaN(part) ? 0 : part);
  return { calendar, day: whole(day), month: whole(month), ...(year === null ? {} : { year: whole(year) }) };
}

/** The names of the months, each from a day in its middle. */
function monthsOf(calendar: Birthday['calendar'], locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', calendar, timeZone: 'UTC' });
  const firstMiddle = calendar === 'persian' ? Date.UTC(2001, 3, 4) : Date.UTC(2001, 0, 15);
  return Array.from({ length: 12 }, (_, month) => format.format(firstMiddle + month * 30.44 * 86_400_000));
}
