import { useMemo, useRef, useState } from 'react';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon, CloseIcon, NoteIcon, PromiseIcon, SnoozeIcon } from '#kit/web/icons.tsx';
import { EntryView, type Doing } from './entry.tsx';
import { openToAnswer, type Entry } from './today.ts';

type Given = {
  entries: readonly Entry[];
  currency: string;
  isPast: boolean;
  /** Nobody is opened before somebody is chosen, and the keys belong to another list. */
  startsClosed?: boolean;
};

/** The list: one customer is open with everything at hand, the others show why they are on it. */
export function TodayList({ entries, currency, isPast, startsClosed = false }: Given) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const known = entries.some((entry) => entry.customer.id === chosen);
  const openId = known ? chosen : startsClosed ? null : (entries[0]?.customer.id ?? null);

  function open(id: string | null, next: Doing | null = null) {
    setChosen(id);
    setDoing(next);
  }

  function step(by: number) {
    const at = entries.findIndex((entry) => entry.customer.id === openId);
    const next = entries[Math.min(entries.length - 1, Math.max(0, at + by))];
    if (!next) return;
    open(next.customer.id);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[data-open] [data-disclosure]')?.focus());
  }

  const openEntry = entries.find((entry) => entry.customer.id === openId);
  useListKeys(startsClosed ? undefined : openEntry, isPast, step, (next) => open(openId, next));
  return (
    <ol ref={list} className="flex flex-col">
      {entries.map((entry) => (
        <li key={entry.customer.id} className="border-t border-line first:border-t-0">
          <EntryView
            entry={entry}
            currency={currency}
            isPast={isPast}
            isOpen={entry.customer.id === openId}
            doing={entry.customer.id === openId ? doing : null}
            onToggle={() => open(entry.customer.id === openId && known ? null : entry.customer.id)}
            onDo={(next) => open(entry.customer.id, next)}
          />
        </li>
      ))}
    </ol>
  );
}

/** `j` and `k` go through the list; the letters of the actions act on whoever is open. */
function useListKeys(entry: Entry | undefined, isPast: boolean, step: (by: number) => void, act: (doing: Doing) => void): void {
  const say = useMessages();
  const hasEntry = entry !== undefined;
  const canAnswer = entry !== undefined && openToAnswer(entry).length > 0;
  const latest = useRef({ step, act });
  latest.current = { step, act };
  const commands = useMemo((): Command[] => {
    if (!hasEntry) return [];
    const go = (by: number) => () => latest.current.step(by);
    const begin = (doing: Doing) => () => latest.current.act(doing);
    const moving: Command[] = [
      { id: 'today next', group: 'do', label: say('today.key.next'), icon: ChevronDownIcon, keys: 'j', run: go(1) },
      { id: 'today before', group: 'do', label: say('today.key.before'), icon: ChevronDownIcon, keys: 'k', run: go(-1) },
    ];
    if (isPast) return moving;
    const acting: Command[] = [
      { id: 'today log', group: 'do', label: say('today.log'), icon: NoteIcon, keys: 'l', run: begin('log') },
      { id: 'today promise', group: 'do', label: say('today.promise'), icon: PromiseIcon, keys: 'p', run: begin('promise') },
    ];
    const answering: Command[] = [
      { id: 'today snooze', group: 'do', label: say('today.snooze'), icon: SnoozeIcon, keys: 's', run: begin('snooze') },
      { id: 'today decline', group: 'do', label: say('today.decline'), icon: CloseIcon, keys: 'd', run: begin('decline') },
    ];
    return [...moving, ...acting, ...(canAnswer ? answering : [])];
  }, [hasEntry, canAnswer, isPast, say]);
  useCommands('today', commands);
}
