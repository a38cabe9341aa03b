import { useEffect } from 'react';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { dueInWords } from './due-in-words.ts';
import { acceptKeys } from './keys.ts';
import { NoticedRow } from './noticed-row.tsx';
import type { Suggestion } from './suggestions.ts';

type Given = {
  suggestions: readonly Suggestion[];
  accepted: readonly Suggestion[];
  timeZone: string;
  /** The one that the key was pressed for while it said no moment. */
  asked: string | null;
  onAccept: (suggestion: Suggestion) => void;
  onLeave: (suggestion: Suggestion) => void;
  onTakeOut: (suggestion: Suggestion) => void;
};

/** What was noticed in the text above: accepted, and still to be judged. A reader of screens hears of it without leaving the text. */
export function NoticedBeneath({ suggestions, accepted, timeZone, asked, onAccept, onLeave, onTakeOut }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const next = suggestions[0];
  const heard =
    next && say('promises.noticed.heard', { what: next.what, due: dueInWords(next.due, timeZone, say, formats), keys: acceptKeys() });
  useEffect(() => {
    if (heard !== undefined) announce(heard);
  }, [heard]);
  const row = (suggestion: Suggestion, isAccepted: boolean) => (
    <NoticedRow
      key={`${String(isAccepted)} ${suggestion.said}`}
      suggestion={suggestion}
      timeZone={timeZone}
      isAccepted={isAccepted}
      isNext={suggestion === next}
      isChanging={!isAccepted && suggestion.said === asked}
      onAccept={onAccept}
      onLeave={() => (isAccepted ? onTakeOut(suggestion) : onLeave(suggestion))}
    />
  );
  return (
    <>
      {accepted.map((suggestion) => row(suggestion, true))}
      {suggestions.map((suggestion) => row(suggestion, false))}
    </>
  );
}
