import { lazy, Suspense, useState } from 'react';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { useConsents, type Consent } from './consent.ts';

const ConsentDialog = lazy(async () => ({ default: (await import('./consent-dialog.tsx')).ConsentDialog }));

/** What a customer allows us to write or call for, by which way, and what shows it. */
export function ConsentSection({ customer }: { customer: string }) {
  const say = useMessages();
  const found = useConsents(customer);
  const [isNoting, setNoting] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const shown = (isWhole ? found.data?.words : found.data?.standing) ?? [];
  const hasMore = (found.data?.words.length ?? 0) > (found.data?.standing.length ?? 0);
  return (
    <Section
      title={say('consent.title')}
      actions={
        <Button needs="workWithCustomers" look="quiet" onPress={() => setNoting(true)}>
          {say('consent.note')}
        </Button>
      }
    >
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={2} />}
      {found.isSuccess && shown.length === 0 && <p className="max-w-prose text-sm text-ink-soft">{say('consent.none')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {shown.map((word) => (
          <li key={word.id} className="py-row">
            <Word word={word} />
          </li>
        ))}
      </ul>
      {hasMore && !isWhole && (
        <div>
          <Button look="quiet" onPress={() => setWhole(true)}>
            {say('consent.earlier')}
          </Button>
        </div>
      )}
      {isNoting && (
        <Suspense>
          <ConsentDialog customer={customer} onClose={() => setNoting(false)} />
        </Suspense>
      )}
    </Section>
  );
}

function Word({ word }: { word: Consent }) {
  const say = useMessages();
  const formats = useFormats();
  const way = say('consent.way', { purpose: say(`consent.purpose.${word.purpose}`), channel: say(`consent.channel.${word.channel}`) });
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{way}</span>
        <Badge tone={word.isGiven ? 'good' : 'amber'}>{say(word.isGiven ? 'consent.given' : 'consent.withdrawn')}</Badge>
      </p>
      <p className="text-sm text-ink-soft">
        {formats.date(formats.dayOf(word.saidAt))} · {say(`consent.source.${word.source}`)}
        {word.evidence !== null && (
          <>
            {' · '}
            <bdi>{word.evidence}</bdi>
          </>
        )}
        {word.notedBy && (
          <>
            {' · '}
            <bdi>{word.notedBy.name}</bdi>
          </>
        )}
      </p>
    </>
  );
}
