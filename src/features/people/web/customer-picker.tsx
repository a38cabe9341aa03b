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
}) {
  const { chosen, kind, except, ...field } = given;
  const say = useMessages();
  const [text, setText] = useState(chosen?.name ?? '');
  const found = useQuery({
    ...api.query('get', '/api/find', { query: { text: text.slice(0, 200), limit: 8, ...(kind ? { kind } : {}) } }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.found ?? []).filter(({ id }) => id !== chosen?.id && id !== except);
  const choices = [
    ...(chosen ? [{ id: chosen.id, text: chosen.name }] : []),
    ...others.map((one) => choiceOf(one, say)),
  ];
  return (
    <ComboBox
      {...field}
      filtered
      choices={choices}
      inputValue={text}
      onInputChange={setText}
      {...(chosen ? { defaultValue: chosen.id } : {})}
    />
  );
}
