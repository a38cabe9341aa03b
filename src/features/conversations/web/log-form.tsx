import { useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { useRight } from '#kit/web/right.ts';
import { TextField } from '#kit/web/text-field.tsx';
import { readQuickEntry } from '../domain/index.ts';
import { entryOf, type ByHand } from './log-entry.ts';
import { PulseField, TouchpointFields } from './touchpoint-fields.tsx';
import { useTouchpoints, type Told } from './touchpoints.ts';

type Given = {
  customer: string;
  /** Names of the customer: who is called need not be named in their own timeline. */
  names?: readonly string[];
  /** After it was logged. */
  onLogged?: () => void;
  autoFocus?: boolean;
  companion?: LogCompanion;
};

/** What a feature that stands above this one adds to the line while it is written: promises noticed in it. */
export type LogCompanion = {
  /** What stands in the line, at every change. */
  readonly onText: (line: string) => void;
  readonly beneath: ReactNode;
  /** Logs the touchpoint together with what was added; left out, it is logged alone. */
  readonly log?: (told: Told) => Promise<void>;
};

/**
 * Logs what passed between us in one line: type, Enter. What the line was understood to say shows while one types and can be set by hand. The line
 * is found by `data-log-line`, for keys that go there.
 */
export function LogForm(given: Given) {
  const { may, reason } = useRight('workWithCustomers');
  return may ? <LogLine {...given} /> : <p className="text-sm text-ink-soft">{reason}</p>;
}

function LogLine({ customer, names, onLogged, autoFocus = false, companion }: Given) {
  const say = useMessages();
  const { timeZone } = useFormats();
  const { log } = useTouchpoints(customer, names?.[0]);
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
      await (companion?.log ?? log)(entry);
      write('');
      setHand({});
      form.current?.querySelector('input')?.focus();
      onLogged?.();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  }

  function write(text: string) {
    setLine(text);
    companion?.onText(text);
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
            onChange={write}
            autoFocus={autoFocus}
            autoComplete="off"
            maxLength={5000}
          />
        </div>
        <Button type="submit" look="main" isPending={isSending} isDisabled={!isBegun}>
          {say('conversations.log.submit')}
        </Button>
      </div>
      {companion?.beneath}
      {isBegun ? (
        <TouchpointFields customer={customer} entry={entry} hand={hand} onChange={(change) => setHand({ ...hand, ...change })} />
      ) : (
        // A talk is mostly a call; what else it was is a tap away once it is begun.
        <PulseField pulse={null} onChange={(pulse) => setHand({ kind: 'call', pulse })} />
      )}
      {problem !== null && <ProblemNotice error={problem} />}
    </form>
  );
}
