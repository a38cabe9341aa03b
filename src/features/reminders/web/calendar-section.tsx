import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CalendarIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice, problemText } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { calendarRoutes } from '../api/calendar.ts';

const api = apiOf<typeof calendarRoutes>();

/** One's promises and planned talks in one's own calendar program, by a secret address that is shown once and can be ended. */
export function CalendarSection() {
  const say = useMessages();
  const client = useQueryClient();
  const found = useQuery(api.query('get', '/api/calendar-feed'));
  const [address, setAddress] = useState<string | null>(null);

  async function make() {
    await atOnce(async () => setAddress(`${location.origin}${(await api.call('post', '/api/calendar-feed')).path}`));
  }
  async function revoke() {
    await atOnce(async () => {
      await api.call('delete', '/api/calendar-feed');
      setAddress(null);
    });
  }
  async function atOnce(run: () => Promise<void>) {
    try {
      await run();
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries({ queryKey: ['/api/calendar-feed'] });
  }

  return (
    <Section title={say('reminders.calendar.title')} lede={say('reminders.calendar.lede')}>
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={1} />}
      {address !== null && <Address address={address} />}
      {found.data && (
        <>
          {found.data.feed && address === null && <Standing feed={found.data.feed} />}
          <div className="flex flex-wrap gap-2">
            <Button icon={CalendarIcon} onPress={() => void make()}>
              {say(found.data.feed ? 'reminders.calendar.make_anew' : 'reminders.calendar.make')}
            </Button>
            {found.data.feed && (
              <Button look="quiet" onPress={() => void revoke()}>
                {say('reminders.calendar.revoke')}
              </Button>
            )}
          </div>
        </>
      )}
    </Section>
  );
}

function Standing({ feed: { madeAt, readAt } }: { feed: { madeAt: string; readAt: string | null } }) {
  const formats = useFormats();
  const made = formats.date(formats.dayOf(madeAt));
  return (
    <p className="text-ink-soft">
      {readAt === null ? (
        <Message id="reminders.calendar.unread" values={{ made }} />
      ) : (
        <Message id="reminders.calendar.read" values={{ made, read: formats.moment(readAt) }} />
      )}
    </p>
  );
}

/** Shown this once: of the secret in it only a hash is kept. */
function Address({ address }: { address: string }) {
  const say = useMessages();
  async function copy() {
    await navigator.clipboard.writeText(address);
    toast({ text: say('reminders.calendar.copied') });
  }
  return (
    <div role="status" className="flex flex-col gap-3 rounded-lg bg-accent-soft p-4">
      <p>{say('reminders.calendar.once')}</p>
      <p dir="ltr" className="font-mono text-sm break-all select-all">
        {address}
      </p>
      <div>
        <Button onPress={() => void copy()}>{say('reminders.calendar.copy')}</Button>
      </div>
    </div>
  );
}
