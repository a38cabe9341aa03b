import { useState } from 'react';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { DueField, instantOf } from './due-field.tsx';
import type { PromiseSeen, Ways } from './promises.ts';

type Given = { promise: PromiseSeen; ways: Ways; onClose: () => void };

export function MoreTimeDialog({ promise, ways, onClose }: Given) {
  const say = useMessages();
  const { timeZone } = useFormats();
  const [due, setDue] = useState<string | null>(null);

  async function ask(typed: Typed) {
    await ways.askTime(promise, instantOf(due ?? '', timeZone), typed.text('note'));
    onClose();
  }

  return (
    <Dialog title={say('promises.more_time')} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say(promise.overdue ? 'promises.more_time.late' : 'promises.more_time.in_time')}</p>
      <Form submit={say('promises.more_time.submit')} send={ask}>
        <DueField value={due} onChange={setDue} />
        <TextField label={say('promises.note')} hint={say('promises.note.time')} name="note" maxLength={1000} />
      </Form>
    </Dialog>
  );
}

/** How a promise ended otherwise than by keeping it. */
export function EndDialog({ promise, ways, onClose, how }: Given & { how: 'released' | 'broken' }) {
  const say = useMessages();

  async function end(typed: Typed) {
    await (how === 'released' ? ways.release : ways.admitBroken)(promise, typed.text('note'));
    onClose();
  }

  return (
    <Dialog title={say(`promises.${how}`)} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say(`promises.${how}.lede`)}</p>
      <Form submit={say(`promises.${how}.submit`)} send={end}>
        <TextField label={say('promises.note')} hint={say(`promises.note.${how}`)} name="note" maxLength={1000} autoFocus />
      </Form>
    </Dialog>
  );
}
