import { useMemo, useRef, useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { MomentField } from '#kit/web/date-field.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { readQuickEntry, touchpointKinds } from '../domain/index.ts';
import { Chips } from './chips.tsx';
import { entryOf, type ByHand } from './log-entry.ts';
import { useTouchpoints } from './touchpoints.ts';

type Given = {
  customer: string;
  /** Names of the customer: who is called need not be named in their own timeline. */
  names?: readonly string[];
  /** After it was logged. */
  onLogged?: () => void;
  autoFocus?: boolean;
};

/**
 * Logs what passed between us in one line: type, Enter. What the line was understood to say shows while one types and can be set by hand. The line
 * is found by `data-log-line`, for keys that go there.
 */
export function LogForm({ customer, names, onLogged, autoFocus = false }: Given) {
  const say = useMessages();
  const { timeZone } = useFormats();
  const { log } = useTouchpoints(customer);
  const [line, setLine] = useState('');
  const [hand, setHand] = useState<ByHand>({});
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const entry = useMemo(() => entryOf(readQuickEntry(line, names), hand, timeZone), [line, names, hand, timeZone]);
  const isBegun = line.trim() !== '' || hand.kind !== undefined;

  async function send() {
    if (!isBegun || isSending) return;
    setSending(true);
    setProblem(null);
    try {
      await log(entry);
      setLine('');
      setHand({});
      form.current?.querySelector('input')?.focus();
      onLogged?.();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  }

  return (
    <form
      ref={form}
      data-log-line
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-52 flex-1">
          <TextField
            label={say('conversations.log.line')}
            placeholder={say('conversations.log.example')}
            value={line}
            onChange={setLine}
            autoFocus={autoFocus}
            autoComplete="off"
            maxLength={5000}
          />
        </div>
        <Button type="submit" look="main" isPending={isSending} isDisabled={!isBegun}>
          {say('conversations.log.submit')}
        </Button>
      </div>
      {isBegun && <Details entry={entry} hand={hand} onChange={(change) => setHand({ ...hand, ...change })} />}
      {problem !== null && <ProblemNotice error={problem} />}
    </form>
  );
}

type DetailsGiven = { entry: ReturnType<typeof entryOf>; hand: ByHand; onChange: (change: ByHand) => void };

function Details({ entry, hand, onChange }: DetailsGiven) {
  const say = useMessages();
  const formats = useFormats();
  const isNote = entry.kind === 'note';
  return (
    <div className="flex flex-col gap-3">
      <Chips
        label={say('conversations.log.kind')}
        value={entry.kind}
        choices={touchpointKinds.map((id) => ({ id, text: say(`conversations.kind.${id}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      {!isNote && (
        <>
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
          {entry.reached && (
            <Chips
              label={say('conversations.log.pulse')}
              value={String(entry.pulse ?? 'none')}
              choices={[
                { id: 'none', text: say('conversations.pulse.unread') },
                ...[1, 2, 3, 4, 5].map((pulse) => ({
                  id: String(pulse),
                  text: `${formats.number(pulse)} ${say(`conversations.pulse.${pulse}`)}`,
                })),
              ]}
              onChange={(pulse) => onChange({ pulse: pulse === 'none' ? null : Number(pulse) })}
            />
          )}
        </>
      )}
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
    </div>
  );
}
