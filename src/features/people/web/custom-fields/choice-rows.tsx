import { useState } from 'react';
import { Button, IconButton } from '#kit/web/button.tsx';
import { FieldSet } from '#kit/web/field-group.tsx';
import type { Typed } from '#kit/web/form.tsx';
import { Message, useMessages } from '#kit/web/i18n/language.tsx';
import { ArrowDownIcon, ArrowUpIcon, CloseIcon } from '#kit/web/icons.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { customLimits } from '../../domain/index.ts';
import { AddRow } from '../record/rows.tsx';

type Choice = { readonly id: string; readonly name: string; readonly isWithdrawn: boolean; readonly customers: number };
type Row = { readonly key: number; readonly choice: Choice | undefined; readonly isAdded: boolean };

/** What there is to choose, in order. Whoever has one that is taken away keeps it, which is said before. */
export function ChoiceRows({ choices }: { choices: readonly Choice[] }) {
  const say = useMessages();
  const offered = choices.filter(({ isWithdrawn }) => !isWithdrawn);
  const [rows, setRows] = useState<readonly Row[]>(() =>
    offered.length > 0
      ? offered.map((choice, key) => ({ key, choice, isAdded: false }))
      : [0, 1].map((key) => ({ key, choice: undefined, isAdded: false })),
  );
  const taken = choices.filter(({ id }) => !rows.some(({ choice }) => choice?.id === id));
  const add = (choice?: Choice) => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, choice, isAdded: true }]);
  const swap = (place: number, other: number) => {
    const [one, two] = [rows[place], rows[other]];
    if (one && two) setRows(rows.with(place, two).with(other, one));
  };
  return (
    <FieldSet label={say('people.custom.choices')} name="choices">
      <div className="flex flex-col gap-2">
        {rows.map(({ key, choice, isAdded }, place) => (
          <div key={key} className="flex items-start gap-1">
            <input type="hidden" name={`choices.${place}.id`} value={choice?.id ?? ''} />
            <div className="min-w-0 flex-1">
              <TextField
                label={say('people.custom.choice', { place: place + 1 })}
                labelHidden
                name={`choices.${place}.name`}
                defaultValue={choice?.name ?? ''}
                maxLength={customLimits.name}
                autoFocus={isAdded}
              />
            </div>
            <IconButton
              icon={ArrowUpIcon}
              label={say('people.custom.choice.earlier', { place: place + 1 })}
              isDisabled={place === 0}
              onPress={() => swap(place, place - 1)}
            />
            <IconButton
              icon={ArrowDownIcon}
              label={say('people.custom.choice.later', { place: place + 1 })}
              isDisabled={place === rows.length - 1}
              onPress={() => swap(place, place + 1)}
            />
            <IconButton
              icon={CloseIcon}
              label={say('people.custom.choice.remove', { place: place + 1 })}
              onPress={() => setRows(rows.filter((one) => one.key !== key))}
            />
          </div>
        ))}
      </div>
      <AddRow onPress={() => add()}>{say('people.custom.choice.add')}</AddRow>
      {taken
        .filter(({ isWithdrawn, customers }) => isWithdrawn || customers > 0)
        .map((choice) => (
          <p key={choice.id} role="status" className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
            <span className="min-w-48 flex-1">
              <Message
                id={choice.isWithdrawn ? 'people.custom.choice.withdrawn' : 'people.custom.choice.kept'}
                values={{ name: <bdi>{choice.name}</bdi>, count: choice.customers }}
              />
            </span>
            <Button look="quiet" onPress={() => add(choice)}>
              {say('people.custom.choice.again')}
            </Button>
          </p>
        ))}
    </FieldSet>
  );
}

/** The choices in their order; a row that was left empty is none, unless it was one before. */
export function choicesIn(typed: Typed): { id?: string; name: string }[] {
  const choices: { id?: string; name: string }[] = [];
  for (let place = 0; typed.ticked(`choices.${place}.name`); place++) {
    const [id, name] = [typed.text(`choices.${place}.id`), typed.text(`choices.${place}.name`)];
    if (id !== '') choices.push({ id, name });
    else if (name !== '') choices.push({ name });
  }
  return choices;
}
