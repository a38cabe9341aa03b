import { useCommands, type Command } from '#kit/web/commands.ts';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChartIcon, ChevronDownIcon, CloseIcon, CustomersIcon, NoteIcon, PromiseIcon, SnoozeIcon } from '#kit/web/icons.tsx';
import { useRight } from '#kit/web/right.ts';
import type { Doing, Planning } from './doing.ts';
import { openToAnswer, type Entry } from './today.ts';

type Given = {
  /** On whom the keys act: whoever is open, or comes first. */
  entry: Entry | undefined;
  isPast: boolean;
  planning: readonly Planning[];
  step: (by: number) => void;
  act: (doing: Doing) => void;
  reckon: () => void;
  plan: (planning: Planning) => void;
};

/** `j` and `k` go through the list; the letters of the actions act on whoever is open. `Enter` is the open customer's own button. */
export function useListKeys({ entry, isPast, planning, step, act, reckon, plan }: Given): void {
  const say = useMessages();
  const go = useGo();
  const { may } = useRight('workWithCustomers');
  const command = (keys: string, label: string, icon: Command['icon'], run: () => void): Command => ({
    id: `today ${keys}`,
    group: 'do',
    label,
    ...(icon ? { icon } : {}),
    keys,
    run,
  });
  const mustKeep = entry?.action === 'keep_promise';
  const canAct = entry !== undefined && !isPast && may;
  const canAnswer = canAct && openToAnswer(entry).length > 0;
  useCommands('today', [
    ...(entry
      ? [
          command('j', say('today.key.next'), ChevronDownIcon, () => step(1)),
          command('k', say('today.key.before'), ChevronDownIcon, () => step(-1)),
          command('o', say('today.key.open'), CustomersIcon, () => go(`/customers/${entry.customer.id}`)),
          command('w', say('today.why'), ChartIcon, reckon),
        ]
      : []),
    ...(canAct
      ? [
          command('l', say('today.log'), NoteIcon, () => act('log')),
          command('p', say('today.promise'), PromiseIcon, () => act('promise')),
          ...(mustKeep ? [command('y', say('today.keep'), PromiseIcon, () => act('keep'))] : []),
        ]
      : []),
    ...(canAnswer
      ? [
          command('s', say('today.snooze'), SnoozeIcon, () => act('snooze')),
          command('d', say('today.decline'), CloseIcon, () => act('decline')),
        ]
      : []),
    ...(canAct && planning.includes('first') ? [command('f', say('today.place.first'), ChevronDownIcon, () => plan('first'))] : []),
    ...(canAct && planning.includes('leave_out') ? [command('n', say('today.place.leave_out'), CloseIcon, () => plan('leave_out'))] : []),
  ]);
}
