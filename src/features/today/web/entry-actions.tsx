import { Button, IconButton } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, CloseIcon, MoreIcon, NoteIcon, PromiseIcon, SnoozeIcon } from '#kit/web/icons.tsx';
import { Menu } from '#kit/web/menu.tsx';
import type { Doing, Planning } from './doing.ts';
import { openToAnswer, type Entry } from './today.ts';

type Given = {
  entry: Entry;
  doing: Doing | null;
  onDo: (doing: Doing | null) => void;
  /** Of one's own list: what can be done to its order. */
  planning: readonly Planning[];
  onPlan: (planning: Planning) => void;
};

/** What can be done without leaving the list: two thumbs wide on a phone, a line elsewhere. */
export function EntryActions({ entry, doing, onDo, planning, onPlan }: Given) {
  const say = useMessages();
  const toggle = (one: Doing) => () => onDo(doing === one ? null : one);
  const mustKeep = entry.action === 'keep_promise';
  const canAnswer = openToAnswer(entry).length > 0;
  return (
    <div
      className={`mt-2 grid gap-2 sm:flex sm:flex-wrap print:hidden ${planning.length > 0 ? 'grid-cols-[1fr_1fr_auto]' : 'grid-cols-2'}`}
    >
      {mustKeep && (
        <span className="col-span-full grid sm:contents">
          <Button needs="workWithCustomers" look="main" icon={CheckIcon} aria-expanded={doing === 'keep'} onPress={toggle('keep')}>
            {say('today.keep')}
          </Button>
        </span>
      )}
      <Button
        needs="workWithCustomers"
        look={mustKeep ? 'plain' : 'main'}
        icon={NoteIcon}
        aria-expanded={doing === 'log'}
        onPress={toggle('log')}
      >
        {say('today.log')}
      </Button>
      <Button needs="workWithCustomers" icon={PromiseIcon} aria-expanded={doing === 'promise'} onPress={toggle('promise')}>
        {say('today.promise')}
      </Button>
      {planning.length > 0 && (
        <span className="sm:order-last">
          <Menu
            label={say('today.place')}
            side="above"
            renderTrigger={(door) => <IconButton needs="workWithCustomers" icon={MoreIcon} label={say('today.place')} {...door} />}
            entries={planning.map((one) => ({ text: say(`today.place.${one}`), ...keysOf(one), run: () => onPlan(one) }))}
          />
        </span>
      )}
      {canAnswer && (
        <>
          <Button needs="workWithCustomers" look="quiet" icon={SnoozeIcon} onPress={() => onDo('snooze')}>
            {say('today.snooze')}
          </Button>
          <Button needs="workWithCustomers" look="quiet" icon={CloseIcon} onPress={() => onDo('decline')}>
            {say('today.decline')}
          </Button>
        </>
      )}
    </div>
  );
}

function keysOf(planning: Planning): { keys?: string } {
  const keys = { first: 'f', leave_out: 'n', earlier: undefined, later: undefined, take_in: undefined }[planning];
  return keys === undefined ? {} : { keys };
}
