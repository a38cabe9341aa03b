import { Pulse, TouchpointFields } from '#features/conversations/web/index.ts';
import { factKinds } from '#features/people/domain/index.ts';
import { DueFields, dueInWords, momentOf } from '#features/promises/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { EyeIcon, NoteIcon, PromiseIcon } from '#kit/web/icons.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextArea, TextField } from '#kit/web/text-field.tsx';
import type { Changes, ConfirmGiven } from './draft.ts';
import { Part } from './part.tsx';
import { Who } from './who.tsx';

/** What the line was understood to say, part by part, to be changed or left out before anything is saved. */
export function Confirm(given: ConfirmGiven) {
  return (
    <div className="flex flex-col gap-3">
      <Who {...given} />
      <Touchpoint {...given} />
      <Promises {...given} />
      <Facts {...given} />
    </div>
  );
}

function Touchpoint({ draft, changes, onChange }: ConfirmGiven) {
  const say = useMessages();
  const { entry, customer } = draft;
  const change = (one: Changes['touchpoint']) => onChange({ ...changes, touchpoint: { ...changes.touchpoint, ...one } });
  const said = (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{say(`conversations.said.${entry.kind}_${entry.direction}`)}</span>
        {!entry.reached && <span>{say(`conversations.unreached.${entry.direction}`)}</span>}
        {typeof entry.minutes === 'number' && (
          <span className="text-ink-soft">{say('conversations.minutes', { minutes: entry.minutes })}</span>
        )}
        {typeof entry.pulse === 'number' && (
          <span className="text-sm text-ink-soft">
            <Pulse pulse={entry.pulse} />
          </span>
        )}
      </p>
      {entry.summary && (
        <p className="break-words text-ink-soft">
          <bdi>{entry.summary}</bdi>
        </p>
      )}
    </>
  );
  return (
    <Part icon={NoteIcon} name={say('quick_entry.touchpoint')} said={said}>
      <TextArea
        label={say('quick_entry.summary')}
        rows={2}
        value={entry.summary ?? ''}
        onChange={(summary) => change({ summary })}
        maxLength={5000}
      />
      <TouchpointFields customer={customer?.id} entry={entry} hand={changes.touchpoint} onChange={change} />
    </Part>
  );
}

function Promises({ draft, reading, changes, onChange }: ConfirmGiven) {
  const say = useMessages();
  const formats = useFormats();
  const change = (index: number, one: Changes['promises'][number]) =>
    onChange({ ...changes, promises: { ...changes.promises, [index]: { ...changes.promises[index], ...one } } });
  const { timeZone } = draft;
  // Where there is none, or the clocks there skip it or show it twice, it is for the colleague to say.
  const isUnclear = (dueAt: string | null | undefined) => momentOf(dueAt, timeZone)?.shown !== 'once';
  return draft.promises.map(({ place, isLeft, what, due }) => {
    const said = (
      <>
        <p className="font-medium">
          <bdi>{what}</bdi>
        </p>
        <p className="tabular text-ink-soft">
          {due.at === null
            ? say('quick_entry.missing.due')
            : say('quick_entry.promise.by', { due: dueInWords(due, timeZone, say, formats) })}
        </p>
      </>
    );
    return (
      <Part
        key={place}
        icon={PromiseIcon}
        name={say('quick_entry.promise')}
        said={said}
        isOpen={isUnclear(reading.promises[place]?.dueAt)}
        isLeft={isLeft}
        onLeave={(left) => change(place, { isLeft: left })}
      >
        <TextField
          label={say('quick_entry.promise.what')}
          value={what}
          onChange={(text) => change(place, { what: text })}
          maxLength={500}
        />
        <DueFields draft={due} onChange={(moment) => change(place, { due: moment })} timeZone={timeZone} />
      </Part>
    );
  });
}

function Facts({ draft, changes, onChange }: ConfirmGiven) {
  const say = useMessages();
  const change = (index: number, one: Changes['facts'][number]) =>
    onChange({ ...changes, facts: { ...changes.facts, [index]: { ...changes.facts[index], ...one } } });
  return draft.facts.map(({ place, isLeft, text, kind, sensitivity }) => {
    const said = (
      <>
        <p className="font-medium">
          <bdi>{text}</bdi>
        </p>
        <p className="text-ink-soft">{say(sensitivity === 'sensitive' ? 'quick_entry.fact.sensitive' : 'quick_entry.fact')}</p>
      </>
    );
    return (
      <Part
        key={place}
        icon={EyeIcon}
        name={say('quick_entry.fact')}
        said={said}
        isLeft={isLeft}
        onLeave={(left) => change(place, { isLeft: left })}
      >
        <TextField label={say('quick_entry.fact.text')} value={text} onChange={(words) => change(place, { text: words })} maxLength={500} />
        <Select
          label={say('quick_entry.fact.kind')}
          choices={factKinds.map((id) => ({ id, text: say(`people.facts.kind.${id}`) }))}
          value={kind}
          onChange={(id) => change(place, { kind: id })}
        />
      </Part>
    );
  });
}
