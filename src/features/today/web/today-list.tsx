import { useEffect, useRef, useState } from 'react';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon, CloseIcon, NoteIcon, PromiseIcon, SnoozeIcon } from '#kit/web/icons.tsx';
import type { Doing } from './doing.ts';
import { EntryView } from './entry.tsx';
import { openToAnswer, type Entry } from './today.ts';

type Given = {
  entries: readonly Entry[];
  currency: string;
  isPast: boolean;
  /** Nobody is open before somebody is chosen, and the keys belong to another list. */
  startsClosed?: boolean;
};

/** Who is open: a customer, and their place in the list, for whoever comes after them. */
type Chosen = { readonly customer: string | null; readonly at: number };

/** The list: one customer is open with everything at hand, the others show why they are on it. */
export function TodayList({ entries, currency, isPast, startsClosed = false }: Given) {
  const [chosen, setChosen] = useState<Chosen | null>(startsClosed ? { customer: null, at: 0 } : null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const openAt = placeOf(entries, chosen);
  const openId = entries[openAt]?.customer.id;
  const isHandedOn = typeof chosen?.customer === 'string' && openId !== chosen.customer;

  // Whoever was just dealt with has left the list, and the focus with them.
  useEffect(() => {
    if (isHandedOn && document.activeElement === document.body) focusOpen(list.current);
  }, [isHandedOn]);

  function open(at: number, next: Doing | null = null) {
    setChosen({ customer: entries[at]?.customer.id ?? null, at });
    setDoing(next);
  }

  function step(by: number) {
    open(Math.min(entries.length - 1, Math.max(0, openAt + by)));
    requestAnimationFrame(() => focusOpen(list.current));
  }

  const keyEntry = startsClosed ? undefined : entries[Math.max(0, openAt)];
  useListKeys(keyEntry, isPast, step, (next) => open(Math.max(0, openAt), next));
  return (
    <ol ref={list} className="flex flex-col">
      {entries.map((entry, at) => (
        <li key={entry.customer.id} className="border-t border-line first:border-t-0">
          <EntryView
            entry={entry}
            currency={currency}
            isPast={isPast}
            isOpen={at === openAt}
            doing={at === openAt && !isHandedOn ? doing : null}
            onToggle={() => open(at === openAt ? -1 : at)}
            onDo={(next) => open(at, next)}
          />
        </li>
      ))}
    </ol>
  );
}

/** Where the open customer stands: whoever was chosen, or who stands in their place once they are dealt with; -1 for nobody. */
function placeOf(entries: readonly Entry[], chosen: Chosen | null): number {
  if (chosen === null) return 0;
  if (chosen.customer === null) return -1;
  const at = entries.findIndex((entry) => entry.customer.id === chosen.customer);
  return at >= 0 ? at : Math.min(chosen.at, entries.length - 1);
}

function focusOpen(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[data-open] [data-disclosure]')?.focus();
}

/** `j` and `k` go through the list; the letters of the actions act on whoever is open. */
function useListKeys(entry: Entry | undefined, isPast: boolean, step: (by: number) => void, act: (doing: Doing) => void): void {
  const say = useMessages();
  const moving: Command[] = [
    { id: 'today next', group: 'do', label: say('today.key.next'), icon: ChevronDownIcon, keys: 'j', run: () => step(1) },
    { id: 'today before', group: 'do', label: say('today.key.before'), icon: ChevronDownIcon, keys: 'k', run: () => step(-1) },
  ];
  const acting: Command[] = [
    { id: 'today log', group: 'do', label: say('today.log'), icon: NoteIcon, keys: 'l', run: () => act('log') },
    { id: 'today promise', group: 'do', label: say('today.promise'), icon: PromiseIcon, keys: 'p', run: () => act('promise') },
  ];
  const answering: Command[] = [
    { id: 'today snooze', group: 'do', label: say('today.snooze'), icon: SnoozeIcon, keys: 's', run: () => act('snooze') },
    { id: 'today decline', group: 'do', label: say('today.decline'), icon: CloseIcon, keys: 'd', run: () => act('decline') },
  ];
  const canAct = entry !== undefined && !isPast;
  const canAnswer = canAct && openToAnswer(entry).length > 0;
  useCommands('today', [...(entry ? moving : []), ...(canAct ? acting : []), ...(canAnswer ? answering : [])]);
}
