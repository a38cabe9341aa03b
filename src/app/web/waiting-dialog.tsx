import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { correctEntry, removeEntry, type WaitingEntry } from '#kit/web/offline/entries.ts';
import { textIn, withText } from '#kit/web/offline/entry-text.ts';
import { TextArea } from '#kit/web/text-field.tsx';

/** What waits on this device, and what the server did not want: to be corrected, sent again, or thrown away. */
export function WaitingDialog({ entries, onClose }: { entries: readonly WaitingEntry[]; onClose: () => void }) {
  const say = useMessages();
  return (
    <Dialog title={say('kit.offline.title')} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say('kit.offline.lede')}</p>
      {entries.length === 0 && <p>{say('kit.offline.none')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-col gap-2 py-4">
            <EntryRow entry={entry} onLeave={onClose} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function EntryRow({ entry, onLeave }: { entry: WaitingEntry; onLeave: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { customer, what } = entry.about;
  const [text, setText] = useState(textIn(entry));
  const isRefused = entry.refused !== null;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span onClickCapture={onLeave}>
          <Link to={`/customers/${customer.id}`} look="name">
            <bdi>{customer.name}</bdi>
          </Link>
        </span>
        <span>{say(what)}</span>
        <time dateTime={entry.madeAt} className="tabular text-sm text-ink-soft">
          {formats.moment(entry.madeAt)}
        </time>
      </p>
      {isRefused && <p className="text-red">{entry.refused.detail || say('kit.problem.unexpected')}</p>}
      {isRefused && text !== null ? (
        <TextArea label={say('kit.offline.text')} value={text} onChange={setText} rows={2} />
      ) : (
        text !== null && (
          <p dir="auto" className="whitespace-pre-line text-ink-soft">
            {text}
          </p>
        )
      )}
      <div className="-ms-4 flex flex-wrap">
        {isRefused && (
          <Button look="quiet" onPress={() => void correctEntry(entry, text === null ? entry.body : withText(entry, text))}>
            {say('kit.offline.again')}
          </Button>
        )}
        <Button look="quiet" onPress={() => void removeEntry(entry.id)}>
          {say('kit.offline.discard')}
        </Button>
      </div>
    </>
  );
}
