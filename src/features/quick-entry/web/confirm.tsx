import { TouchpointFields } from '#features/conversations/web/index.ts';
import { CustomerPicker } from '#features/people/web/index.ts';
import { DueField } from '#features/promises/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextArea, TextField } from '#kit/web/text-field.tsx';
import { factKinds } from '#features/people/domain/index.ts';
import type { Changes, Draft, Reading } from './draft.ts';

type Given = { draft: Draft; reading: Reading; changes: Changes; onChange: (changes: Changes) => void };

/** What the line was understood to say, each part to be changed or left out before anything is saved. */
export function Confirm(given: Given) {
  const say = useMessages();
  const { draft, changes, onChange } = given;
  const { entry, customer } = draft;
  return (
    <div className="flex flex-col gap-6">
      <Who {...given} />
      <div className="flex flex-col gap-3">
        <TextArea
          label={say('quick-entry.summary')}
          rows={2}
          value={entry.summary ?? ''}
          onChange={(summary) => onChange({ ...changes, touchpoint: { ...changes.touchpoint, summary } })}
          maxLength={5000}
        />
        <TouchpointFields
          customer={customer?.id}
          entry={entry}
          hand={changes.touchpoint}
          onChange={(change) => onChange({ ...changes, touchpoint: { ...changes.touchpoint, ...change } })}
        />
      </div>
      {draft.promises.length > 0 && <Promises {...given} />}
      {draft.facts.length > 0 && <Facts {...given} />}
    </div>
  );
}

function Who({ draft, reading, changes, onChange }: Given) {
  const say = useMessages();
  const choose = (customer: { readonly id: string; readonly name: string } | null) => customer && onChange({ ...changes, customer });
  if (draft.customer)
    return (
      <p className="text-lg font-medium">
        <bdi>{draft.customer.name}</bdi>
      </p>
    );
  return (
    <div className="flex flex-col gap-3">
      {reading.candidates.length > 0 && (
        <div className="flex flex-wrap gap-2" role="group" aria-label={say('quick-entry.who.which', { name: reading.named ?? '' })}>
          {reading.candidates.map(({ id, name }) => (
            <Button key={id} onPress={() => choose({ id, name })}>
              <bdi>{name}</bdi>
            </Button>
          ))}
        </div>
      )}
      <CustomerPicker
        label={say(reading.candidates.length > 0 ? 'quick-entry.who.other' : 'quick-entry.who')}
        name="customer"
        onChoose={choose}
      />
    </div>
  );
}

function Promises({ draft, reading, changes, onChange }: Given) {
  const say = useMessages();
  const formats = useFormats();
  const change = (index: number, one: Changes['promises'][number]) =>
    onChange({ ...changes, promises: { ...changes.promises, [index]: { ...changes.promises[index], ...one } } });
  // Read on the customer's clock; the field shows ours.
  const thereAt = (dueAt: string | null) =>
    dueAt === null || reading.timeZone === formats.timeZone
      ? {}
      : { hint: say('quick-entry.promise.there', { time: Temporal.Instant.from(dueAt).toZonedDateTimeISO(reading.timeZone).toPlainTime().toString({ smallestUnit: 'minute' }), zone: reading.timeZone.replace(/^.*\//, '').replaceAll('_', ' ') }) };
  return (
    <ol className="flex flex-col gap-4">
      {draft.promises.map(({ isLeft, what, due, dueAt }, index) => (
        <li key={index} className="flex flex-col gap-3 border-t border-line pt-4">
          <Checkbox isSelected={!isLeft} onChange={(isKept) => change(index, { isLeft: !isKept })}>
            {say('quick-entry.promise')}
          </Checkbox>
          {!isLeft && (
            <>
              <TextField label={say('quick-entry.promise.what')} value={what} onChange={(text) => change(index, { what: text })} maxLength={500} />
              <DueField value={due} onChange={(moment) => change(index, { due: moment })} {...thereAt(dueAt)} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Facts({ draft, changes, onChange }: Given) {
  const say = useMessages();
  const change = (index: number, one: Changes['facts'][number]) =>
    onChange({ ...changes, facts: { ...changes.facts, [index]: { ...changes.facts[index], ...one } } });
  return (
    <ol className="flex flex-col gap-4">
      {draft.facts.map(({ isLeft, text, kind, sensitivity }, index) => (
        <li key={index} className="flex flex-col gap-3 border-t border-line pt-4">
          <Checkbox isSelected={!isLeft} onChange={(isKept) => change(index, { isLeft: !isKept })}>
            {say(sensitivity === 'sensitive' ? 'quick-entry.fact.sensitive' : 'quick-entry.fact')}
          </Checkbox>
          {!isLeft && (
            <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
              <TextField label={say('quick-entry.fact.text')} value={text} onChange={(words) => change(index, { text: words })} maxLength={500} />
              <Select
                label={say('quick-entry.fact.kind')}
                choices={factKinds.map((id) => ({ id, text: say(`people.facts.kind.${id}`) }))}
                value={kind}
                onChange={(id) => change(index, { kind: id })}
              />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
