import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { TextArea } from '#kit/web/text-field.tsx';
import { entryOf, type ByHand } from './log-entry.ts';
import { TouchpointFields } from './touchpoint-fields.tsx';
import { api, useTouchpoints, type Touchpoint } from './touchpoints.ts';

type Given = { customer: string; touchpoint: Touchpoint; onClose: () => void };

/** Corrects what was logged. What stood before stays in the history. */
export function CorrectDialog({ customer, touchpoint, onClose }: Given) {
  const say = useMessages();
  const { timeZone } = useFormats();
  const { correct } = useTouchpoints(customer);
  const [hand, setHand] = useState<ByHand>(() => handOf(touchpoint, timeZone));
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const entry = entryOf(emptyLine, hand, timeZone);

  async function save() {
    if (isSending) return;
    setSending(true);
    setProblem(null);
    try {
      await correct(touchpoint.id, entry);
      onClose();
    } catch (error) {
      setProblem(error);
      setSending(false);
    }
  }

  return (
    <Dialog title={say('conversations.correct')} isOpen onClose={onClose} wide>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea
          label={say('conversations.log.summary')}
          value={hand.summary ?? ''}
          onChange={(summary) => setHand({ ...hand, summary })}
          maxLength={5000}
          autoFocus
        />
        <TouchpointFields customer={customer} entry={entry} hand={hand} onChange={(change) => setHand({ ...hand, ...change })} />
        {problem !== null && <ProblemNotice error={problem} />}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="main" isPending={isSending}>
            {say('conversations.correct.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {say('conversations.correct.cancel')}
          </Button>
        </div>
      </form>
      {touchpoint.changedAt !== null && <History touchpoint={touchpoint} />}
    </Dialog>
  );
}

const emptyLine = { kind: null, direction: null, reached: null, minutes: null, pulse: null, summary: '' };

function handOf({ at, ...touchpoint }: Touchpoint, timeZone: string): ByHand {
  const { kind, direction, reached, minutes, pulse, listeningPercent, summary } = touchpoint;
  return {
    kind,
    direction,
    reached,
    minutes,
    pulse,
    listeningPercent,
    summary,
    personIds: touchpoint.persons.map(({ id }) => id),
    colleagueIds: touchpoint.colleagues.map(({ id }) => id),
    at: Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
  };
}

/** Who corrected what, and when. */
function History({ touchpoint }: { touchpoint: Touchpoint }) {
  const say = useMessages();
  const formats = useFormats();
  const { data } = useQuery(api.query('get', '/api/touchpoints/{touchpoint}/history', { params: { touchpoint: touchpoint.id } }));
  if (!data) return null;
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-4 text-sm text-ink-soft">
      <h3 className="font-medium text-ink">{say('conversations.history')}</h3>
      <ol className="flex flex-col gap-1.5">
        {data.corrections.map(({ at, colleague, fields }) => (
          <li key={at}>
            {formats.moment(at)}, <bdi>{colleague.name}</bdi>:{' '}
            {formats.list(Object.keys(fields).map((field) => say(`conversations.field.${field}`)))}
            {typeof fields['summary']?.[0] === 'string' && fields['summary'][0] !== '' && (
              <span className="block border-s-2 border-line ps-3 whitespace-pre-line">
                <bdi>{fields['summary'][0]}</bdi>
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
