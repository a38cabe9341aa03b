import { useState, type ReactNode } from 'react';
import { Button, IconButton } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { CloseIcon, PlusIcon } from '#kit/web/icons.tsx';
import { TextField } from '#kit/web/text-field.tsx';

type Keyed<Row> = { readonly key: number; readonly row: Row; readonly isAdded: boolean };

/** Rows of the same fields, to add to and take away from. Each keeps what is typed into it when another one goes. */
export function useRows<Row>(rows: readonly Row[]): {
  rows: readonly Keyed<Row>[];
  add: (row: Row) => void;
  remove: (key: number) => void;
} {
  const [kept, setKept] = useState(() => rows.map((row, key) => ({ key, row, isAdded: false })));
  return {
    rows: kept,
    add: (row) => setKept([...kept, { key: Math.max(-1, ...kept.map(({ key }) => key)) + 1, row, isAdded: true }]),
    remove: (key) => setKept(kept.filter((one) => one.key !== key)),
  };
}

export type ReachName = 'emails' | 'phones' | 'websites';

const types = { emails: 'email', phones: 'tel', websites: 'url' } as const;

/** E-mail addresses, numbers or websites, the one to use first. What each is for is asked once there are several. */
export function ReachRows({ name, points }: { name: ReachName; points: readonly { value: string; label: string | null }[] }) {
  const say = useMessages();
  const isAsked = name !== 'websites';
  const { rows, add, remove } = useRows(points.length === 0 && isAsked ? [empty] : points);
  const label = say(`people.${name}`);
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-2">
      {rows.length > 0 && <span className="text-sm font-medium">{label}</span>}
      {rows.map(({ key, row, isAdded }, place) => (
        <div key={key} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_auto_auto]">
          <TextField
            label={say('people.nth', { what: label, place: place + 1 })}
            labelHidden
            name={`${name}.${place}.value`}
            // The server knows more addresses than the browser does, and says what is wrong in our words.
            type={name === 'phones' ? types[name] : 'text'}
            inputMode={types[name]}
            defaultValue={row.value}
            autoFocus={isAdded}
          />
          <span className={`max-sm:order-last max-sm:col-span-2 sm:w-32 ${rows.length > 1 || row.label !== null ? '' : 'hidden'}`}>
            <TextField
              label={say('people.nth_for', { what: label, place: place + 1 })}
              labelHidden
              placeholder={say('people.for')}
              name={`${name}.${place}.label`}
              defaultValue={row.label ?? ''}
            />
          </span>
          <IconButton icon={CloseIcon} label={say('people.take_away', { what: label, place: place + 1 })} onPress={() => remove(key)} />
        </div>
      ))}
      <AddRow onPress={() => add(empty)}>{say(`people.${name}.add`)}</AddRow>
    </div>
  );
}

const empty = { value: '', label: null };

export function AddRow({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <span className="-ms-4">
      <Button look="quiet" icon={PlusIcon} onPress={onPress}>
        {children}
      </Button>
    </span>
  );
}
