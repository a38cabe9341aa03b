import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { Page } from '#kit/web/page.tsx';
import { Notice, ProblemNotice } from '#kit/web/problem-notice.tsx';
import { ProgressBar } from '#kit/web/progress.tsx';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { setAsideOf } from './import-counts.tsx';
import { api, importQuery, type ImportSeen } from './import-data.ts';
import { ImportReading } from './import-reading.tsx';
import { ImportResult } from './import-result.tsx';

/** One file on its way: how it would be read, how far it is, what became of it. Its address can be left and come back to. */
export function ImportRunPage({ params: { importId } }: PageProps<RawSearch, 'importId'>) {
  const say = useMessages();
  const seen = useQuery({
    ...importQuery(importId),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 700 : false),
  });
  useNews(seen.data);
  if (seen.isPending) return <PageSkeleton />;
  const back = { to: '/import', text: say('purchases.import.back') };
  if (!seen.data) {
    return (
      <Page title={say('purchases.import.title')} back={back} width="narrow">
        <ProblemNotice error={seen.error} onRetry={() => void seen.refetch()} />
      </Page>
    );
  }
  const { state, fileName } = seen.data;
  return (
    <Page
      key={state}
      title={say(`purchases.import.title.${state}`)}
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
  if (seen.state === 'uploaded') return <ImportReading id={seen.id} />;
  if (seen.state === 'running') return <Running seen={seen} />;
  if (seen.result) return <ImportResult id={seen.id} result={seen.result} />;
  if (seen.state === 'cancelled') return <Ended>{say('purchases.import.cancelled')}</Ended>;
  return (
    <>
      <Notice tone="red">
        {seen.failure?.detail} {say('purchases.import.failed')}
      </Notice>
      <Ended />
    </>
  );
}

function Ended({ children }: { children?: ReactNode }) {
  const say = useMessages();
  return (
    <div className="flex flex-col items-start gap-6">
      {children !== undefined && <p className="max-w-prose">{children}</p>}
      <ButtonLink to="/import" look="main">
        {say('purchases.import.another')}
      </ButtonLink>
    </div>
  );
}

function Running({ seen: { id, progress } }: { seen: ImportSeen }) {
  const say = useMessages();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => api.call('post', '/api/purchase-imports/{import}/cancellation', { params: { import: id } }),
    onSuccess: (seen) => client.setQueryData(importQuery(id).queryKey, seen),
  });
  const isStopping = stop.isPending || stop.isSuccess;
  const label = isStopping ? 'purchases.import.stopping' : progress < 1 ? 'purchases.import.reading' : 'purchases.import.settling';
  return (
    <div className="flex flex-col gap-6">
      <ProgressBar
        label={say(label)}
        share={isStopping || progress >= 1 ? undefined : progress}
        {...(isStopping ? {} : { onCancel: () => stop.mutate() })}
      />
      {stop.isError && <ProblemNotice error={stop.error} />}
      <p className="max-w-prose text-ink-soft">{say('purchases.import.running.note')}</p>
    </div>
  );
}

/** Says aloud how far the work is, every quarter, and what it came to; then everything else on the screen is out of date. */
function useNews(seen: ImportSeen | undefined): void {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const quarter = seen?.state === 'running' ? Math.floor(seen.progress * 4) / 4 : undefined;
  useEffect(() => {
    if (quarter !== undefined && quarter > 0) announce(formats.percent(quarter));
  }, [quarter, formats]);

  const wasRunning = useRef(false);
  useEffect(() => {
    if (!seen) return;
    if (wasRunning.current && seen.state !== 'running') {
      announce(
        seen.result
          ? say('purchases.import.done.heard', { added: seen.result.added, lines: seen.result.lines, setAside: setAsideOf(seen.result) })
          : say(`purchases.import.title.${seen.state}`),
      );
      void client.invalidateQueries();
    }
    wasRunning.current = seen.state === 'running';
  }, [seen, say, client]);
}
