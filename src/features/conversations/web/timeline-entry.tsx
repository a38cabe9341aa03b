import { lazy, Suspense, useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Badge } from '#kit/web/badge.tsx';
import { IconButton } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CloseIcon, NoteIcon } from '#kit/web/icons.tsx';
import { useRight } from '#kit/web/right.ts';
import { Pulse } from './pulse.tsx';
import { kindIcons, useTouchpoints, type Touchpoint } from './touchpoints.ts';

const CorrectDialog = lazy(async () => ({ default: (await import('./correct-dialog.tsx')).CorrectDialog }));

/** One touchpoint on the timeline. Whoever logged it can correct it or take it back. */
export function TimelineEntry({ customer, touchpoint, isPast }: { customer: string; touchpoint: Touchpoint; isPast: boolean }) {
  const say = useMessages();
  const { colleague } = useSignedIn();
  const { remove } = useTouchpoints(customer);
  const [isCorrected, setCorrected] = useState(false);
  const { kind, direction, reached, summary, pulse } = touchpoint;
  const Icon = kindIcons[kind];
  const mayActForColleagues = useRight('actForColleagues').may;
  const mayWork = useRight('workWithCustomers').may;
  const isMine = mayWork && (touchpoint.colleague.id === colleague.id || mayActForColleagues);
  const learned = touchpoint.facts.filter(({ text }) => !summary.includes(text));
  return (
    <article className="group flex gap-3 py-row">
      <Icon className={`mt-0.5 ${reached ? 'text-accent' : 'text-ink-faint'}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="font-medium">{say(`conversations.said.${kind}_${direction}`)}</span>
          {!reached && <Badge>{say(`conversations.unreached.${direction}`)}</Badge>}
          {pulse !== null && (
            <span className="text-sm text-ink-soft">
              <Pulse pulse={pulse} />
            </span>
          )}
        </p>
        {summary !== '' && (
          <p className="max-w-prose whitespace-pre-line">
            <bdi>{summary}</bdi>
          </p>
        )}
        {learned.map(({ id, text }) => (
          <p key={id} className="max-w-prose text-ink-soft">
            {say('conversations.learned', { text })}
          </p>
        ))}
        <Small touchpoint={touchpoint} />
      </div>
      {isMine && !isPast && (
        <span className="flex flex-col opacity-0 group-hover:opacity-100 focus-within:opacity-100 sm:flex-row pointer-coarse:opacity-100">
          <IconButton icon={NoteIcon} label={say('conversations.correct')} onPress={() => setCorrected(true)} />
          <IconButton icon={CloseIcon} label={say('conversations.remove')} onPress={() => void remove(touchpoint)} />
        </span>
      )}
      <Suspense>
        {isCorrected && <CorrectDialog customer={customer} touchpoint={touchpoint} onClose={() => setCorrected(false)} />}
      </Suspense>
    </article>
  );
}

/** When, how long, who, and how much of the talk was theirs. */
function Small({ touchpoint }: { touchpoint: Touchpoint }) {
  const say = useMessages();
  const formats = useFormats();
  const { at, minutes, listeningPercent, colleague, persons, colleagues, changedAt } = touchpoint;
  const others = [...persons, ...colleagues].map(({ name }) => name);
  return (
    <p className="tabular flex flex-wrap text-sm text-ink-soft *:not-last:after:mx-2 *:not-last:after:content-['·']">
      <time dateTime={at}>{formats.moment(at)}</time>
      {minutes !== null && <span>{say('conversations.minutes', { minutes })}</span>}
      {listeningPercent !== null && (
        <span>{say('conversations.listening.theirs', { share: formats.percent(listeningPercent / 100) })}</span>
      )}
      <span>
        <bdi>{colleague.name}</bdi>
      </span>
      {others.length > 0 && <span>{say('conversations.with', { names: formats.list(others) })}</span>}
      {changedAt !== null && <span>{say('conversations.corrected')}</span>}
    </p>
  );
}
