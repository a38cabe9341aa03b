import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { api } from './touchpoints.ts';

const StepsChart = lazy(async () => ({ default: (await import('#kit/web/charts/index.ts')).StepsChart }));

/** How a customer felt over time, and where that goes; nothing before it was read twice. */
export function PulseSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const { data } = useQuery(
    api.query('get', '/api/customers/{customer}/pulse', { params: { customer }, query: asOf === undefined ? {} : { asOf } }),
  );
  const readings = data?.readings.map(({ at, pulse }) => ({ on: formats.dayOf(at).toString(), pulse })) ?? [];
  const [first, last] = [readings[0], readings.at(-1)];
  if (!data || !first || !last || readings.length < 2) return null;
  const trend = say(`conversations.pulse.trend.${data.trend}`);
  const span = { from: formats.date(first.on), until: formats.date(last.on) };
  return (
    <Section title={say('conversations.pulse')} lede={trend}>
      <Suspense fallback={<div className="h-37" />}>
        <StepsChart
          summary={say('conversations.pulse.picture', { count: readings.length, ...span, pulse: last.pulse, trend })}
          today={asOf ?? workspace.today}
          steps={[1, 2, 3, 4, 5].map((value) => ({ value, label: formats.number(value) }))}
          readings={readings.map(({ on, pulse }) => ({
            on,
            value: pulse,
            label: say('conversations.pulse.read', { on: formats.date(on), pulse, feeling: say(`conversations.pulse.${pulse}`) }),
          }))}
        />
      </Suspense>
    </Section>
  );
}
