import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useGo } from '#kit/web/go.ts';
import { Message, useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { ContactsChoices } from './contacts-choices.tsx';
import { ContactsColumns } from './contacts-columns.tsx';
import { api, importQuery, sumOf, useAnalysis, useGiven, type Analysis } from './contacts-data.ts';
import { ContactsTrial } from './contacts-trial.tsx';

/** How an address book would be read: shown, corrected, tried, and then started. */
export function ContactsReading({ id }: { id: string }) {
  const say = useMessages();
  const client = useQueryClient();
  const go = useGo();
  const [given, give] = useGiven(id);
  const look = useAnalysis(id, given);
  const analysis = look.data;
  useHeard(look.isPlaceholderData ? undefined : analysis);
  const start = useMutation({
    mutationFn: (mapping: Analysis['mapping']) =>
      api.call('post', '/api/contact-imports/{import}/start', { params: { import: id }, body: { mapping } }),
    onSuccess: (seen) => client.setQueryData(importQuery(id).queryKey, seen),
  });
  const discard = useMutation({
    mutationFn: () => api.call('post', '/api/contact-imports/{import}/cancellation', { params: { import: id } }),
    onSuccess: () => go('/contacts/import'),
  });

  if (!analysis) {
    return look.isError ? (
      <>
        <ProblemNotice error={look.error} onRetry={() => void look.refetch()} />
        <div>
          <ButtonLink to="/contacts/import">{say('contacts.another')}</ButtonLink>
        </div>
      </>
    ) : (
      <Skeleton lines={6} />
    );
  }
  const { trial, mapping } = analysis;
  // What was just said stands at once, even while the server is still looking again.
  const shown = { ...analysis, mapping: { ...mapping, columns: given.columns ?? mapping.columns } };
  const isReady = trial !== null && trial.read > sumOf(trial.setAside) && !look.isPlaceholderData && !look.isError;
  return (
    <>
      <p>
        <Message id="contacts.recognised" values={{ source: say(`contacts.source.${mapping.source}`) }} />
      </p>
      {mapping.form !== 'cards' && <ContactsColumns analysis={shown} onChange={(columns) => give({ columns })} />}
      <ContactsChoices analysis={analysis} given={given} give={give} />
      <ContactsTrial analysis={analysis} isFresh={!look.isPlaceholderData} />
      {look.isError && <ProblemNotice error={look.error} onRetry={() => void look.refetch()} />}
      {start.isError && <ProblemNotice error={start.error} />}
      {discard.isError && <ProblemNotice error={discard.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="main" isDisabled={!isReady || start.isPending} onPress={() => start.mutate(analysis.mapping)}>
          {say('contacts.start')}
        </Button>
        <Button look="quiet" isDisabled={discard.isPending} onPress={() => discard.mutate()}>
          {say('contacts.discard')}
        </Button>
      </div>
    </>
  );
}

/** Whoever changed something hears what it led to. */
function useHeard(analysis: Analysis | undefined): void {
  const say = useMessages();
  useEffect(() => {
    const trial = analysis?.trial;
    if (trial) announce(say('contacts.trial.heard', { made: trial.made, updated: trial.updated, setAside: sumOf(trial.setAside) }));
  }, [analysis, say]);
}
