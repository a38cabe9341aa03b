import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { accessApi } from '#features/access/api.ts';
import { useSignedIn, whoWorks } from '#features/access/web/index.ts';
import { PulseField } from '#features/conversations/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextArea, TextField } from '#kit/web/text-field.tsx';
import { dueWritten, type DueDraft } from './due-draft.ts';
import { DueFields } from './due-fields.tsx';
import type { PromiseSeen, Ways } from './promises.ts';

export type Doing = 'time' | 'call' | 'released' | 'broken' | 'hand_over' | 'decline';

type Given = { promise: PromiseSeen; ways: Ways; onClose: () => void };

const access = apiOf<typeof accessApi>();

/** What is being done about a promise, over the page. */
export function PromiseDialog({ doing, ...given }: Given & { doing: Doing }) {
  switch (doing) {
    case 'time':
      return <MoreTimeDialog {...given} />;
    case 'call':
      return <CallAnywayDialog {...given} />;
    case 'hand_over':
      return <HandOverDialog {...given} />;
    default:
      return <NoteDialog {...given} about={doing} />;
  }
}

function MoreTimeDialog({ promise, ways, onClose }: Given) {
  const say = useMessages();
  const [due, setDue] = useState<DueDraft>({ at: null });
  const timeZone = useTheirZone(promise);

  async function ask(typed: Typed) {
    await ways.askTime(promise, dueWritten(due, timeZone), typed.text('note'));
    onClose();
  }

  return (
    <Dialog title={say('promises.more_time')} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say(promise.missed ? 'promises.more_time.late' : 'promises.more_time.in_time')}</p>
      <Form submit={say('promises.more_time.submit')} send={ask}>
        <DueFields draft={due} onChange={setDue} timeZone={timeZone} />
        <TextField label={say('promises.note')} hint={say('promises.note.time')} name="note" maxLength={1000} />
      </Form>
    </Dialog>
  );
}

/** There is no answer yet, and they are called all the same: what they were told, and when they hear from us next, in one step. */
function CallAnywayDialog({ promise, ways, onClose }: Given) {
  const say = useMessages();
  const [due, setDue] = useState<DueDraft>({ at: null });
  const [pulse, setPulse] = useState<number | null>(null);
  const timeZone = useTheirZone(promise);

  async function call(typed: Typed) {
    const minutes = typed.number('minutes');
    await ways.callAnyway(promise, {
      word: typed.text('word'),
      ...dueWritten(due, timeZone),
      ...(minutes > 0 ? { minutes } : {}),
      ...(pulse === null ? {} : { pulse }),
    });
    onClose();
  }

  return (
    <Dialog title={say('promises.call_anyway')} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say(promise.missed ? 'promises.call_anyway.late' : 'promises.call_anyway.lede')}</p>
      <Form submit={say('promises.call_anyway.submit')} send={call}>
        <TextArea
          label={say('promises.call_anyway.word')}
          placeholder={say('promises.call_anyway.example')}
          name="word"
          maxLength={5000}
          rows={2}
          isRequired
          autoFocus
        />
        <DueFields draft={due} onChange={setDue} timeZone={timeZone} />
        <PulseField pulse={pulse} onChange={setPulse} />
        <NumberField label={say('promises.call_anyway.minutes')} name="minutes" minValue={1} maxValue={1440} />
      </Form>
    </Dialog>
  );
}

function HandOverDialog({ promise, ways, onClose }: Given) {
  const say = useMessages();
  const { colleague: me } = useSignedIn();
  const colleagues = useQuery(access.query('get', '/api/colleagues'));
  const isMine = promise.owner.id === me.id || promise.handedTo?.id === me.id;
  const others = whoWorks(colleagues.data?.colleagues ?? []).filter(({ id }) => id !== promise.owner.id && (id !== me.id || !isMine));

  async function handOver(typed: Typed) {
    await ways.handOver(promise, typed.text('toId'), typed.text('note'));
    onClose();
  }

  return (
    <Dialog title={say('promises.hand_over')} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say('promises.hand_over.lede', { name: promise.owner.name })}</p>
      <Form submit={say('promises.hand_over.submit')} send={handOver}>
        <Select label={say('promises.hand_over.to')} name="toId" choices={others.map(({ id, name }) => ({ id, text: name }))} isRequired />
        <TextField label={say('promises.note')} hint={say('promises.note.hand_over')} name="note" maxLength={1000} />
      </Form>
    </Dialog>
  );
}

/** What needs no more than a word about it. */
function NoteDialog({ promise, ways, onClose, about }: Given & { about: 'released' | 'broken' | 'decline' }) {
  const say = useMessages();

  async function send(typed: Typed) {
    const run = { released: ways.release, broken: ways.admitBroken, decline: ways.decline }[about];
    await run(promise, typed.text('note'));
    onClose();
  }

  return (
    <Dialog title={say(`promises.${about}`)} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say(`promises.${about}.lede`, { name: promise.owner.name })}</p>
      <Form submit={say(`promises.${about}.submit`)} send={send}>
        <TextField label={say('promises.note')} hint={say(`promises.note.${about}`)} name="note" maxLength={1000} autoFocus />
      </Form>
    </Dialog>
  );
}

function useTheirZone({ timeZone }: PromiseSeen): string {
  const formats = useFormats();
  return timeZone ?? formats.timeZone;
}
