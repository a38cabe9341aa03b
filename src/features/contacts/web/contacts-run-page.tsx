import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { Page } from '#kit/web/page.tsx';
import { Notice, ProblemNotice } from '#kit/web/problem-notice.tsx';
import { ProgressBar } from '#kit/web/progress.tsx';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { api, importQuery, sumOf, type ImportSeen } from './contacts-data.ts';
import { ContactsReading } from './contacts-reading.tsx';
import { ContactsResult } from './contacts-result.tsx';

/** One address book on its way: how it would be read, how far it is, what became of it. Its address can be left and come back to. */
export function ContactsRunPage({ params: { importId } }: PageProps<RawSearch, 'importId'>) {
  const say = useMessages();
  const seen = useQuery({ ...importQuery(importId), refetchInterval: ({ state }) => (state.data?.state === 'running' ? 700 : false) });
  useNews(seen.data);
  if (seen.isPending) return <PageSkeleton />;
  const back = { to: '/contacts/import', text: say('contacts.back') };
  if (!seen.data) {
    return (
      <Page title={say('contacts.title')} back={back} width="narrow">
        <ProblemNotice error={seen.error} onRetry={() => void seen.refetch()} />
      </Page>
    );
  }
  const { state, fileName } = seen.data;
  return (
    <Page
      key={state}
      title={say(`contacts.title.${state}`)}
      lede={<bdi className="break-all">{fileName}</bdi>}
      back={back}
      width={state === 'uploaded' ? 'wide' : 'narrow'}
    >
      <Body seen={seen.data} />
    </Page>
  );
}

function Body({ seen }: { seen: ImportSeen }) {
  const say = useMessages();
  if (seen.state === 'uploaded') return <ContactsReading id={seen.id} />;
  if (seen.state === 'running') return <Running seen={seen} />;
  if (seen.result) return <ContactsResult id={seen.id} result={seen.result} />;
  return (
    <div className="flex flex-col items-start gap-6">
      {seen.state === 'cancelled' ? (
        <p className="max-w-prose">{say('contacts.cancelled')}</p>
      ) : (
        <Notice tone="red">
          {seen.failure?.detail} {say('contacts.failed')}
        </Notice>
      )}
      <ButtonLink to="/contacts/import" look="main">
        {say('contacts.another')}
      </ButtonLink>
    </div>
  );
}

function Running({ seen: { id, progress } }: { seen: ImportSeen }) {
  const say = useMessages();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => api.call('post', '/api/contact-imports/{import}/cancellation', { params: { import: id } }),
    onSuccess: (seen) => client.setQueryData(importQuery(id).queryKey, seen),
  });
  const isStopping = stop.isPending || stop.isSuccess;
  const label = isStopping ? 'contacts.stopping' : progress < 1 ? 'contacts.reading' : 'contacts.settling';
  return (
    <div className="flex flex-col gap-6">
      <ProgressBar
        label={say(label)}
        share={isStopping || progress >= 1 ? undefined : progress}
        {...(isStopping ? {} : { onCancel: () => stop.mutate() })}
      />
      {stop.isError && <ProblemNotice error={stop.error} />}
      <p className="max-w-prose text-ink-soft">{say('contacts.running.note')}</p>
    </div>
  );
}

/** Says aloud what the work came to; then everything else on the screen is out of date. */
function useNews(seen: ImportSeen | undefined): void {
  const say = useMessages();
  const client = useQueryClient();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (!seen) return;
    if (wasRunning.current && seen.state !== 'running') {
      const { result } = seen;
      announce(
        result
          ? say('contacts.done.heard', { made: result.made, updated: result.updated, setAside: sumOf(result.setAside) })
          : say(`contacts.title.${seen.state}`),
      );
      void client.invalidateQueries();
    }
    wasRunning.current = seen.state === 'running';
  }, [seen, say, client]);
}
