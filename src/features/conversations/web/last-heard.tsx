import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { Stat, Stats } from '#kit/web/stat.tsx';
import { Pulse } from './pulse.tsx';
import { api } from './touchpoints.ts';

/** How a customer feels, and when we last heard from each other. */
export function LastHeard({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const heard = useQuery(
    api.query('get', '/api/customers/{customer}/last-heard', { params: { customer }, query: asOf === undefined ? {} : { asOf } }),
  );
  if (heard.isError) return <ProblemNotice error={heard.error} onRetry={() => void heard.refetch()} />;
  if (!heard.data) return <Skeleton lines={1} />;
  const { contactAt, fromUsAt, fromThemAt, pulse, pulseAt } = heard.data;
  const ago = (moment: string | null) =>
    moment === null ? say('conversations.heard.never') : formats.relativeDay(formats.dayOf(moment), asOf ?? workspace.today);
  const on = (moment: string | null) => (moment === null ? {} : { note: formats.date(formats.dayOf(moment)) });
  return (
    <Stats>
      <Stat label={say('conversations.heard.contact')} value={ago(contactAt)} {...on(contactAt)} />
      <Stat label={say('conversations.heard.from_us')} value={ago(fromUsAt)} {...on(fromUsAt)} />
      <Stat label={say('conversations.heard.from_them')} value={ago(fromThemAt)} {...on(fromThemAt)} />
      {pulse !== null && <Stat label={say('conversations.heard.pulse')} value={<Pulse pulse={pulse} />} {...on(pulseAt)} />}
    </Stats>
  );
}
