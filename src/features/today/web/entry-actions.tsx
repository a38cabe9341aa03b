import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, CloseIcon, NoteIcon, PromiseIcon, SnoozeIcon } from '#kit/web/icons.tsx';
import type { Doing } from './doing.ts';
import { openToAnswer, type Entry } from './today.ts';

type Given = { entry: Entry; doing: Doing | null; onDo: (doing: Doing | null) => void };

/** What can be done without leaving the list: two thumbs wide on a phone, a line elsewhere. */
export function EntryActions({ entry, doing, onDo }: Given) {
  const say = useMessages();
  const toggle = (one: Doing) => () => onDo(doing === one ? null : one);
  const mustKeep = entry.action === 'keep_promise';
  const canAnswer = openToAnswer(entry).length > 0;
  return (
    <div className="mt-2 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap print:hidden">
      {mustKeep && (
        <span className="col-span-2 grid sm:contents">
          <Button look="main" icon={CheckIcon} aria-expanded={doing === 'keep'} onPress={toggle('keep')}>
            {say('today.keep')}
          </Button>
        </span>
      )}
      <Button look={mustKeep ? 'plain' : 'main'} icon={NoteIcon} aria-expanded={doing === 'log'} onPress={toggle('log')}>
        {say('today.log')}
      </Button>
      <Button icon={PromiseIcon} aria-expanded={doing === 'promise'} onPress={toggle('promise')}>
        {say('today.promise')}
      </Button>
      {canAnswer && (
        <>
          <Button look="quiet" icon={SnoozeIcon} onPress={() => onDo('snooze')}>
            {say('today.snooze')}
          </Button>
          <Button look="quiet" icon={CloseIcon} onPress={() => onDo('decline')}>
            {say('today.decline')}
          </Button>
        </>
      )}
    </div>
  );
}
