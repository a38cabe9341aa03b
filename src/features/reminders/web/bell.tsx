import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { IconButton } from '#kit/web/button.tsx';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { useGo } from '#kit/web/go.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { BellIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { Popover } from '#kit/web/popover.tsx';
import { dueText, useLatest, type Reminder } from './reminders.ts';

const BellList = lazy(async () => ({ default: (await import('./bell-list.tsx')).BellList }));

const place = '/reminders';

/** How much there is that one was reminded of and has not seen: beside it the latest (`popover`), or the way to all of them (`link`, on phones). */
export function Bell({ look }: { look: 'popover' | 'link' }) {
  const say = useMessages();
  const { data } = useLatest();
  const unseen = data?.unseen ?? 0;
  const label = say('reminders.bell', { count: unseen });
  if (look === 'link')
    return (
      <Link
        to={place}
        look="bare"
        aria-label={label}
        className="relative inline-flex size-11 items-center justify-center rounded-lg text-ink-soft"
      >
        <BellIcon />
        <Count count={unseen} />
      </Link>
    );
  return (
    <>
      <Popover
        label={say('reminders.title')}
        trigger={
          <span className="relative inline-flex">
            <IconButton icon={BellIcon} label={label} />
            <Count count={unseen} />
          </span>
        }
      >
        {(close) => (
          <Suspense>
            <BellList onClose={close} />
          </Suspense>
        )}
      </Popover>
      <BellKeys />
      <Aloud latest={data?.reminders[0]} />
    </>
  );
}

function Count({ count }: { count: number }) {
  const formats = useFormats();
  if (count === 0) return null;
  return (
    <span
      aria-hidden="true"
      className="tabular pointer-events-none absolute end-0.5 top-0.5 flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1 text-[0.6875rem] leading-none font-semibold text-on-accent"
    >
      {formats.number(count)}
    </span>
  );
}

/** The way to the page, for hands that stay on the keys. */
function BellKeys() {
  const say = useMessages();
  const go = useGo();
  const commands = useMemo(
    (): Command[] => [{ id: `go ${place}`, group: 'go', label: say('reminders.nav'), icon: BellIcon, keys: 'g b', run: () => go(place) }],
    [say, go],
  );
  useCommands('reminders', commands);
  return null;
}

/** Tells whoever listens to the page what came while it was open. */
function Aloud({ latest }: { latest: Reminder | undefined }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const known = useRef<string | undefined>(undefined);
  useEffect(() => {
    const isNew = known.current !== undefined && latest !== undefined && latest.id !== known.current;
    known.current = latest?.id ?? known.current ?? '';
    if (!isNew || latest.seenAt !== null) return;
    const { kind, count } = latest;
    const due = dueText(latest, workspace.today, say, formats);
    const values = { count, due, customer: latest.customer?.name ?? '', what: latest.promise?.what ?? '', by: latest.by?.name ?? '' };
    announce(say('reminders.came', { text: say(`reminders.says.${kind}`, values) }));
  }, [latest, say, formats, workspace.today]);
  return null;
}
