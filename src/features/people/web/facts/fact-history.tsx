import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { Fact } from './facts.ts';

/** What a fact said before, and who changed it when. */
export function FactHistory({ fact }: { fact: Fact }) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <ol className="mt-1 border-s-2 border-line ps-3 text-sm text-ink-soft">
      {fact.history.map(({ what, at, by, text, note }) => (
        <li key={`${what} ${at}`} className="flex flex-wrap *:not-last:after:mx-2 *:not-last:after:content-['·']">
          <time dateTime={at}>{formats.date(formats.dayOf(at))}</time>
          <span>{say(`people.facts.change.${what}`)}</span>
          {by && (
            <span>
              <bdi>{by.name}</bdi>
            </span>
          )}
          {(what === 'learned' || what === 'corrected') && (
            <span>
              <bdi>{text}</bdi>
            </span>
          )}
          {note !== null && (
            <span>
              <bdi>{note}</bdi>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
