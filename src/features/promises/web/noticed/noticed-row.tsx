import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { PromiseIcon } from '#kit/web/icons.tsx';
import { Keys } from '#kit/web/keys.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { DueFields } from '../due-fields.tsx';
import { dueInWords } from './due-in-words.ts';
import { acceptKeys } from './keys.ts';
import { isWhole, type Suggestion } from './suggestions.ts';

type Given = {
  suggestion: Suggestion;
  timeZone: string;
  /** It is given with what is logged; otherwise it is only suggested. */
  isAccepted: boolean;
  /** The one that the key accepts. */
  isNext?: boolean;
  isChanging: boolean;
  onAccept: (suggestion: Suggestion) => void;
  onLeave: () => void;
};

/** A promise that was noticed in what is being written: what, by when, and one key to give it. */
export function NoticedRow({ suggestion, timeZone, isAccepted, isNext = false, isChanging, onAccept, onLeave }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const [draft, setDraft] = useState<Suggestion | null>(null);
  const shown = draft ?? suggestion;
  const isOpen = draft !== null || isChanging;
  return (
    <section aria-label={say('promises.noticed')} className="flex flex-col gap-3 border-s-2 border-accent ps-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="flex min-w-0 flex-1 basis-60 items-start gap-2 text-sm">
          <PromiseIcon className="mt-0.5 text-accent" />
          <span className="min-w-0">
            <span className="text-ink-soft">{say(isAccepted ? 'promises.noticed.with_it' : 'promises.noticed')}: </span>
            <bdi className="font-medium">{shown.what}</bdi>
            <span className="tabular text-ink-soft"> · {dueInWords(shown.due, timeZone, say, formats)}</span>
          </span>
        </p>
        <span className="-ms-3 flex flex-wrap items-center gap-x-1 sm:ms-0">
          {!isAccepted && !isOpen && (
            <Button look="plain" onPress={() => (isWhole(suggestion) ? onAccept(suggestion) : setDraft(suggestion))}>
              {say('promises.noticed.accept')}
              {isNext && (
                <span aria-hidden="true" className="pointer-coarse:hidden">
                  <Keys keys={acceptKeys()} />
                </span>
              )}
            </Button>
          )}
          {!isOpen && (
            <Button look="quiet" onPress={() => setDraft(suggestion)}>
              {say('promises.noticed.change')}
            </Button>
          )}
          <Button look="quiet" onPress={onLeave}>
            {say(isAccepted ? 'promises.noticed.take_out' : 'promises.noticed.none')}
          </Button>
        </span>
      </div>
      {isOpen && (
        <div className="flex flex-col gap-3 pb-1">
          <TextField label={say('promises.what')} value={shown.what} onChange={(what) => setDraft({ ...shown, what })} maxLength={500} />
          <DueFields draft={shown.due} onChange={(due) => setDraft({ ...shown, due })} timeZone={timeZone} />
          <Button
            isDisabled={!isWhole(shown)}
            onPress={() => {
              onAccept(shown);
              setDraft(null);
            }}
          >
            {say(isAccepted ? 'promises.noticed.changed' : 'promises.noticed.accept')}
          </Button>
        </div>
      )}
    </section>
  );
}
