import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { MomentField } from '#kit/web/date-field.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { isTalk, touchpointKinds } from '../domain/index.ts';
import { Chips, TickChips } from './chips.tsx';
import type { ByHand, Entry } from './log-entry.ts';
import { api } from './touchpoints.ts';

type Given = {
  /** Whose touchpoint it is, where that is known: those around them may have taken part. */
  customer: string | undefined;
  entry: Entry;
  hand: ByHand;
  onChange: (change: ByHand) => void;
};

/** All that is known of a touchpoint but its words, each part set in a tap. */
export function TouchpointFields({ customer, entry, hand, onChange }: Given) {
  const say = useMessages();
  const isNote = entry.kind === 'note';
  return (
    <div className="flex flex-col gap-3">
      <Chips
        label={say('conversations.log.kind')}
        value={entry.kind}
        choices={touchpointKinds.map((id) => ({ id, text: say(`conversations.kind.${id}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      {!isNote && <Sides entry={entry} onChange={onChange} />}
      {!isNote && entry.reached && <PulseField pulse={entry.pulse ?? null} onChange={(pulse) => onChange({ pulse })} />}
      {entry.reached && isTalk(entry.kind) && <Listening percent={hand.listeningPercent ?? null} onChange={onChange} />}
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {!isNote && (
          <NumberField
            label={say('conversations.log.minutes')}
            value={entry.minutes ?? Number.NaN}
            minValue={1}
            maxValue={1440}
            onChange={(minutes) => onChange({ minutes: Number.isNaN(minutes) ? null : minutes })}
          />
        )}
        <MomentField
          label={say('conversations.log.at')}
          hint={say('conversations.log.at.hint')}
          value={hand.at ?? null}
          onChange={(at) => onChange({ at })}
        />
      </div>
      {customer !== undefined && !isNote && entry.reached && <Participants customer={customer} hand={hand} onChange={onChange} />}
    </div>
  );
}

function Sides({ entry, onChange }: Pick<Given, 'entry' | 'onChange'>) {
  const say = useMessages();
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <Chips
        label={say('conversations.log.direction')}
        value={entry.direction}
        choices={[
          { id: 'out', text: say('conversations.direction.out') },
          { id: 'in', text: say('conversations.direction.in') },
        ]}
        onChange={(direction) => onChange({ direction })}
      />
      <Chips
        label={say('conversations.log.reached')}
        value={entry.reached ? 'yes' : 'no'}
        choices={[
          { id: 'yes', text: say('conversations.reached.yes') },
          { id: 'no', text: say('conversations.reached.no') },
        ]}
        onChange={(reached) => onChange({ reached: reached === 'yes' })}
      />
    </div>
  );
}

/** How they felt, in a tap. */
export function PulseField({ pulse: chosen, onChange }: { pulse: number | null; onChange: (pulse: number | null) => void }) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <Chips
      label={say('conversations.log.pulse')}
      value={String(chosen ?? 'none')}
      choices={[
        { id: 'none', text: say('conversations.pulse.unread') },
        ...[1, 2, 3, 4, 5].map((pulse) => ({ id: String(pulse), text: `${formats.number(pulse)} ${say(`conversations.pulse.${pulse}`)}` })),
      ]}
      onChange={(pulse) => onChange(pulse === 'none' ? null : Number(pulse))}
    />
  );
}

const usualShares = [20, 40, 50, 60, 80];

/** How much of the talk was theirs, as nearly as anybody remembers. */
function Listening({ percent, onChange }: { percent: number | null; onChange: Given['onChange'] }) {
  const say = useMessages();
  const formats = useFormats();
  const shares = percent === null || usualShares.includes(percent) ? usualShares : [...usualShares, percent].toSorted((a, b) => a - b);
  const share = (one: number) => formats.percent(one / 100);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span aria-hidden="true" className="text-sm text-ink-soft">
        {say('conversations.log.listening')}
      </span>
      <Chips
        label={say('conversations.log.listening')}
        value={String(percent ?? 'none')}
        choices={[
          { id: 'none', text: say('conversations.listening.unknown'), name: say('conversations.listening.unknown.name') },
          ...shares.map((one) => ({
            id: String(one),
            text: share(one),
            name: say('conversations.listening.theirs', { share: share(one) }),
          })),
        ]}
        onChange={(one) => onChange({ listeningPercent: one === 'none' ? null : Number(one) })}
      />
    </div>
  );
}

/** Who else took part: those around the customer, and colleagues. */
function Participants({ customer, hand, onChange }: { customer: string; hand: ByHand; onChange: Given['onChange'] }) {
  const say = useMessages();
  const { colleague } = useSignedIn();
  const { data } = useQuery(api.query('get', '/api/customers/{customer}/participants', { params: { customer } }));
  const persons = data?.persons ?? [];
  const colleagues = (data?.colleagues ?? []).filter(({ id }) => id !== colleague.id);
  const choices = [...persons, ...colleagues].map(({ id, name }) => ({ id, text: name }));
  if (choices.length === 0) return null;
  const isPerson = (id: string) => persons.some((one) => one.id === id);
  return (
    <TickChips
      label={say('conversations.log.participants')}
      chosen={[...(hand.personIds ?? []), ...(hand.colleagueIds ?? [])]}
      choices={choices}
      onChange={(ids) => onChange({ personIds: ids.filter(isPerson), colleagueIds: ids.filter((id) => !isPerson(id)) })}
    />
  );
}
