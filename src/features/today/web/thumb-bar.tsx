import { useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, ChevronDownIcon, NoteIcon, PromiseIcon, SnoozeIcon, type Icon } from '#kit/web/icons.tsx';
import { useRight } from '#kit/web/right.ts';
import type { Doing } from './doing.ts';
import { openToAnswer, type Entry } from './today.ts';

type Given = { entry: Entry; onDo: (doing: Doing) => void; onNext: (() => void) | undefined };

/** On phones: what is done most about the customer who is open, and the way to the next, under the thumb wherever the page stands. */
export function ThumbBar({ entry, onDo, onNext }: Given) {
  const say = useMessages();
  const { may } = useRight('workWithCustomers');
  const { name } = entry.customer;
  return (
    <div
      role="toolbar"
      aria-label={say('today.thumb', { name })}
      className="fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 flex border-t border-line bg-paper pe-20 md:hidden print:hidden"
    >
      {may && entry.action === 'keep_promise' && (
        <Thumb icon={CheckIcon} text={say('today.thumb.keep')} of={name} onPress={() => onDo('keep')} />
      )}
      {may && <Thumb icon={NoteIcon} text={say('today.log')} of={name} onPress={() => onDo('log')} />}
      {may && entry.action !== 'keep_promise' && (
        <Thumb icon={PromiseIcon} text={say('today.promise')} of={name} onPress={() => onDo('promise')} />
      )}
      {may && openToAnswer(entry).length > 0 && (
        <Thumb icon={SnoozeIcon} text={say('today.snooze')} of={name} onPress={() => onDo('snooze')} />
      )}
      {onNext && <Thumb icon={ChevronDownIcon} text={say('today.next')} onPress={onNext} />}
    </div>
  );
}

function Thumb({ icon: Icon, text, of, onPress }: { icon: Icon; text: string; of?: string; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={of === undefined ? text : `${text}: ${of}`}
      onClick={onPress}
      className="flex h-14 min-w-11 flex-1 flex-col items-center justify-center gap-0.5 text-ink-soft focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent active:bg-wash"
    >
      <Icon />
      <span className="max-w-full truncate px-0.5 text-[0.6875rem] leading-4">{text}</span>
    </button>
  );
}
