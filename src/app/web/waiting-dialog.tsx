import { useState } from 'react';
import { draftOfWritten, DueFields, dueWritten, type DueDraft, type DueWritten } from '#features/promises/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { correctEntry, removeEntry, type WaitingEntry } from '#kit/web/offline/entries.ts';
import { partAt, textIn, withPart } from '#kit/web/offline/entry-parts.ts';
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
  const [body, setBody] = useState(entry.body);
  const text = textIn({ ...entry, body });
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
      {isRefused ? (
        <Corrections about={entry.about} body={body} onChange={setBody} />
      ) : (
        text !== null && (
          <p dir="auto" className="whitespace-pre-line text-ink-soft">
            {text}
          </p>
        )
      )}
      <div className="-ms-4 flex flex-wrap">
        {isRefused && (
          <Button look="quiet" onPress={() => void correctEntry(entry, body)}>
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

type Correcting = { about: WaitingEntry['about']; body: unknown; onChange: (body: unknown) => void };

/** What can be said otherwise: the words, by when something is promised, and the day until which something is put off. */
function Corrections({ about, body, onChange }: Correcting) {
  const say = useMessages();
  const text = textIn({ about, body });
  const day = about.day === undefined ? undefined : partAt(body, about.day);
  const set = (place: string, part: unknown) => onChange(withPart(body, place, part));
  return (
    <>
      {text !== null && (
        <TextArea label={say('kit.offline.text')} value={text} onChange={(words) => set(about.text ?? '', words)} rows={2} />
      )}
      {about.dues?.map((place) => (
        <DueCorrection
          key={place}
          written={partAt(body, place) as Promised}
          isNamed={place !== ''}
          onChange={(promised) => set(place, promised)}
        />
      ))}
      {about.day !== undefined && typeof day === 'string' && (
        <DateField label={say('kit.offline.day')} value={day} onChange={(on) => on !== null && set(about.day ?? '', on)} />
      )}
    </>
  );
}

type Promised = DueWritten & { what: string };

function DueCorrection({ written, isNamed, onChange }: { written: Promised; isNamed: boolean; onChange: (promised: Promised) => void }) {
  const formats = useFormats();
  const [due, setDue] = useState(draftOfWritten(written));
  const { what, timeZone = formats.timeZone } = written;

  function change(draft: DueDraft) {
    setDue(draft);
    const { dueAt: _, dueFrom: __, clock: ___, ...rest } = written;
    onChange({ ...rest, ...dueWritten(draft, timeZone) });
  }

  return (
    <div className="flex flex-col gap-2">
      {isNamed && (
        <p className="font-medium">
          <bdi>{what}</bdi>
        </p>
      )}
      <DueFields draft={due} onChange={change} timeZone={timeZone} />
    </div>
  );
}
