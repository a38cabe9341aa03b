import { useMessages } from '../i18n/language.tsx';
import { ClockIcon, WarningIcon } from '../icons.tsx';
import { textIn } from './entry-parts.ts';
import { useWaitingEntries } from './waiting.ts';

/** What waits on this device about a customer, where one looks at them; about one of the promises to them beside that promise, or beside the customer where `withPromises`. */
export function WaitingHere({ customer, promise, withPromises = false }: { customer: string; promise?: string; withPromises?: boolean }) {
  const say = useMessages();
  const entries = useWaitingEntries().filter(({ about }) => about.customer.id === customer && (withPromises || about.promise === promise));
  if (entries.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm text-ink-soft">
      {entries.map((entry) => (
        <li key={entry.id} className="flex items-start gap-2">
          {entry.refused ? <WarningIcon className="mt-0.5 size-4 text-amber" /> : <ClockIcon className="mt-0.5 size-4" />}
          <span dir="auto">
            {say(entry.refused ? 'kit.offline.here.refused' : 'kit.offline.here', { what: say(entry.about.what) })} {textIn(entry)}
          </span>
        </li>
      ))}
    </ul>
  );
}
