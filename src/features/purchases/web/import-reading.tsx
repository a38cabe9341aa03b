import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useGo } from '#kit/web/go.ts';
import { Message, useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { Notice, ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { ImportColumns } from './import-columns.tsx';
import { setAsideOf } from './import-counts.tsx';
import { api, importQuery, useAnalysis, useGiven, withGiven, type Analysis, type Question } from './import-data.ts';
import { ImportMore } from './import-more.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { ImportTrial } from './import-trial.tsx';

/** How a file would be read: shown, corrected, tried, and then started. */
export function ImportReading({ id }: { id: string }) {
  const say = useMessages();
  const client = useQueryClient();
  const go = useGo();
  const [given, give] = useGiven(id);
  const look = useAnalysis(id, given);
  const analysis = look.data;
  const asked = useAsked(analysis);
  useHeard(look.isPlaceholderData ? undefined : analysis);
  const start = useMutation({
    mutationFn: (mapping: Analysis['mapping']) =>
      api.call('post', '/api/purchase-imports/{import}/start', { params: { import: id }, body: { mapping } }),
    onSuccess: (seen) => client.setQueryData(importQuery(id).queryKey, seen),
  });
  const discard = useMutation({
    mutationFn: () => api.call('post', '/api/purchase-imports/{import}/cancellation', { params: { import: id } }),
    onSuccess: () => go('/import'),
  });

  if (!analysis) {
    return look.isError ? (
      <>
        <ProblemNotice error={look.error} onRetry={() => void look.refetch()} />
        <div>
          <ButtonLink to="/import">{say('purchases.import.another')}</ButtonLink>
        </div>
      </>
    ) : (
      <Skeleton lines={6} />
    );
  }
  const { missing, trial } = analysis;
  const mapping = withGiven(analysis.mapping, given);
  const shown = { ...analysis, mapping };
  const isReady = trial !== null && trial.taken > 0 && !look.isPlaceholderData && !look.isError;
  return (
    <>
      <ImportColumns analysis={shown} given={given} give={give} />
      {missing.length > 0 && (
        <div className="flex flex-col gap-3">
          {missing.map(([field]) => (
            <Notice key={field} tone="amber">
              <Message id={`purchases.import.missing.${field}`} />
            </Notice>
          ))}
        </div>
      )}
      <ImportQuestions questions={asked} mapping={mapping} give={give} />
      <ImportMore analysis={shown} given={given} give={give} asked={asked.map((question) => question.about)} />
      <ImportTrial trial={trial} currency={analysis.mapping.currency} isFresh={!look.isPlaceholderData} />
      {look.isError && <ProblemNotice error={look.error} onRetry={() => void look.refetch()} />}
      {start.isError && <ProblemNotice error={start.error} />}
      {discard.isError && <ProblemNotice error={discard.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="main" isDisabled={!isReady || start.isPending} onPress={() => start.mutate(analysis.mapping)}>
          {say('purchases.import.start')}
        </Button>
        <Button look="quiet" isDisabled={discard.isPending} onPress={() => discard.mutate()}>
          {say('purchases.import.discard')}
        </Button>
        {trial === null && <span className="text-sm text-ink-soft">{say('purchases.import.start.waits')}</span>}
      </div>
    </>
  );
}

/** A question that was answered is no longer asked by the server, but stands on the page, so that the answer can be changed. */
function useAsked(analysis: Analysis | undefined): readonly Question[] {
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const fresh = (analysis?.questions ?? []).filter((question) => !asked.some((one) => one.about === question.about));
  if (fresh.length === 0) return asked;
  const all = [...asked, ...fresh];
  setAsked(all);
  return all;
}

/** Whoever changed something hears what it led to. */
function useHeard(analysis: Analysis | undefined): void {
  const say = useMessages();
  useEffect(() => {
    const trial = analysis?.trial;
    if (trial) announce(say('purchases.import.trial.heard', { taken: trial.taken, lines: trial.lines, setAside: setAsideOf(trial) }));
  }, [analysis, say]);
}
