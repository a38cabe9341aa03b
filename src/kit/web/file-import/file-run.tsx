import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFormats, useMessages } from '../i18n/language.tsx';
import { ButtonLink } from '../link.tsx';
import { announce } from '../live-region.tsx';
import { Page } from '../page.tsx';
import { Notice, ProblemNotice } from '../problem-notice.tsx';
import { ProgressBar } from '../progress.tsx';
import { PageSkeleton } from '../skeleton.tsx';
import type { FileImports, Imported, LookedAt } from './file-imports.ts';

/** What the page says of the files of one kind. */
type Words<Result> = {
  readonly title: string;
  /** The title while the work is under way, and when it is done. */
  readonly running: string;
  readonly done: string;
  /** What is being done while the file is read, and afterwards. */
  readonly reading: string;
  readonly settling: string;
  readonly cancelled: string;
  readonly failed: string;
  /** What the work came to, said aloud. */
  readonly heard: (result: Result) => string;
};

type Runs<Seen extends Imported> = Pick<FileImports<LookedAt, object, Seen>, 'place' | 'seen' | 'cancel'>;

type Shown<Seen extends Imported> = {
  readonly imports: Runs<Seen>;
  readonly id: string;
  readonly words: Words<NonNullable<Seen['result']>>;
  /** How the file would be read. */
  readonly Reading: (shown: { id: string }) => ReactNode;
  /** What became of it. */
  readonly Result: (shown: { id: string; result: NonNullable<Seen['result']> }) => ReactNode;
};

/** One file on its way: how it would be read, how far it is, what became of it. Its address can be left and come back to. */
export function FileRun<Seen extends Imported>({ imports, id, words, Reading, Result }: Shown<Seen>) {
  const say = useMessages();
  const query = useQuery({ ...imports.seen(id), refetchInterval: ({ state }) => (state.data?.state === 'running' ? 700 : false) });
  const seen = query.data;
  const titleOf = (state: Imported['state']) => (state === 'running' || state === 'done' ? words[state] : say(`kit.import.title.${state}`));
  useNews(seen, (now) => (now.result ? words.heard(now.result) : titleOf(now.state)));
  if (query.isPending) return <PageSkeleton />;
  const back = { to: imports.place, text: say('kit.import.back') };
  if (!seen) {
    return (
      <Page title={words.title} back={back} width="narrow">
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  const { state, fileName, progress, result } = seen;
  return (
    <Page
      key={state}
      title={titleOf(state)}
      lede={<bdi className="break-all">{fileName}</bdi>}
      back={back}
      width={state === 'uploaded' ? 'wide' : 'narrow'}
    >
      {state === 'uploaded' && <Reading id={id} />}
      {state === 'running' && <Running imports={imports} id={id} progress={progress} words={words} />}
      {result ? <Result id={id} result={result} /> : null}
      {(state === 'failed' || state === 'cancelled') && (
        <div className="flex flex-col items-start gap-6">
          {state === 'cancelled' ? (
            <p className="max-w-prose">{words.cancelled}</p>
          ) : (
            <Notice tone="red">
              {seen.failure?.detail} {words.failed}
            </Notice>
          )}
          <ButtonLink to={imports.place} look="main">
            {say('kit.import.another')}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}

type AtWork<Seen extends Imported> = {
  readonly imports: Runs<Seen>;
  readonly id: string;
  readonly progress: number;
  readonly words: { readonly reading: string; readonly settling: string };
};

function Running<Seen extends Imported>({ imports, id, progress, words }: AtWork<Seen>) {
  const say = useMessages();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => imports.cancel(id),
    onSuccess: (seen) => client.setQueryData(imports.seen(id).queryKey, seen),
  });
  const isStopping = stop.isPending || stop.isSuccess;
  const isRead = progress >= 1;
  return (
    <div className="flex flex-col gap-6">
      <ProgressBar
        label={isStopping ? say('kit.import.stopping') : isRead ? words.settling : words.reading}
        share={isStopping || isRead ? undefined : progress}
        {...(isStopping ? {} : { onCancel: () => stop.mutate() })}
      />
      {stop.isError && <ProblemNotice error={stop.error} />}
      <p className="max-w-prose text-ink-soft">{say('kit.import.running.note')}</p>
    </div>
  );
}

/** Says aloud how far the work is, every quarter, and what it came to; then everything else on the screen is out of date. */
function useNews<Seen extends Imported>(seen: Seen | undefined, ended: (seen: Seen) => string): void {
  const formats = useFormats();
  const client = useQueryClient();
  const quarter = seen?.state === 'running' ? Math.floor(seen.progress * 4) / 4 : 0;
  useEffect(() => {
    if (quarter > 0) announce(formats.percent(quarter));
  }, [quarter, formats]);

  const wasRunning = useRef(false);
  useEffect(() => {
    if (!seen) return;
    if (wasRunning.current && seen.state !== 'running') {
      announce(ended(seen));
      void client.invalidateQueries();
    }
    wasRunning.current = seen.state === 'running';
  }, [seen, ended, client]);
}
