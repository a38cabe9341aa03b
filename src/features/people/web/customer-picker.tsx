import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { api, choiceOf } from './find-people.ts';

/** Somebody who is known already, found by typing a part of a name, a number or an address, in any script. */
export function CustomerPicker(given: {
  label: string;
  name: string;
  kind?: 'person' | 'organization';
  chosen?: { readonly id: string; readonly name: string } | null;
  /** Who cannot be meant. */
  except?: string;
  isRequired?: boolean;
  autoFocus?: boolean;
  onChoose?: (customer: { readonly id: string; readonly name: string } | null) => void;
}) {
  const { chosen, kind, except, onChoose, ...field } = given;
  const say = useMessages();
  const [text, setText] = useState(chosen?.name ?? '');
  const found = useQuery({
    ...api.query('get', '/api/find', { query: { text: text.slice(0, 200), limit: 8, ...(kind ? { kind } : {}) } }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.found ?? []).filter(({ id }) => id !== chosen?.id && id !== except);
  const choices = [...(chosen ? [{ id: chosen.id, text: chosen.name }] : []), ...others.map((one) => choiceOf(one, say))];
  return (
    <ComboBox
      {...field}
      filtered
      choices={choices}
      inputValue={text}
      onInputChange={setText}
      {...(onChoose ? { onChange: (id: string | null) => onChoose(namedIn(choices, id)) } : {})}
      {...(chosen ? { defaultValue: chosen.id } : {})}
    />
  );
}

function namedIn(choices: readonly { readonly id: string; readonly text: string }[], id: string | null) {
  const choice = choices.find((one) => one.id === id);
  return choice ? { id: choice.id, name: choice.text } : null;
}
