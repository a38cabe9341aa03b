import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon, PlusIcon, PromiseIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { GivePromiseForm } from './give-promise-form.tsx';
import { PromiseRow } from './promise-row.tsx';
import { api } from './promises.ts';

/** What we owe a customer, and how we kept our word so far. */
export function PromisesSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const say = useMessages();
  const [isGiving, setGiving] = useState(false);
  const isPast = asOf !== undefined;
  const promises = useQuery(
    api.query('get', '/api/customers/{customer}/promises', { params: { customer }, query: isPast ? { asOf } : {} }),
  );
  const open = promises.data?.promises.filter((promise) => promise.state === 'open') ?? [];
  const ended = promises.data?.promises.filter((promise) => promise.state !== 'open') ?? [];
  useGiveCommand(isPast, () => setGiving(true));
  return (
    <Section
      title={say('promises.section')}
      actions={
        !isPast &&
        !isGiving && (
          <Button needs="workWithCustomers" look="quiet" icon={PlusIcon} onPress={() => setGiving(true)}>
            {say('promises.give')}
          </Button>
        )
      }
    >
      {isGiving && <GivePromiseForm customer={customer} onDone={() => setGiving(false)} onCancel={() => setGiving(false)} />}
      {promises.isError && <ProblemNotice error={promises.error} onRetry={() => void promises.refetch()} />}
      {promises.isPending && <Skeleton lines={2} />}
      {promises.isSuccess && open.length === 0 && !isGiving && <p className="text-ink-soft">{say('promises.section.none')}</p>}
      <Rows promises={open} isPast={isPast} />
      {ended.length > 0 && (
        <details className="group">
          <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 text-ink-soft hover:text-accent">
            <ChevronDownIcon className="size-4 transition-transform group-open:rotate-180" />
            {say('promises.section.ended', { count: ended.length })}
          </summary>
          <Rows promises={ended} isPast={isPast} />
        </details>
      )}
    </Section>
  );
}

function Rows({ promises, isPast }: { promises: readonly Parameters<typeof PromiseRow>[0]['promise'][]; isPast: boolean }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {promises.map((promise) => (
        <li key={promise.id}>
          <PromiseRow promise={promise} isPast={isPast} />
        </li>
      ))}
    </ul>
  );
}

/** `p` gives a promise. */
function useGiveCommand(isPast: boolean, run: () => void): void {
  const say = useMessages();
  const [start] = useState(() => run);
  const commands = useMemo(
    (): Command[] =>
      isPast ? [] : [{ id: 'give a promise', group: 'do', label: say('promises.give'), icon: PromiseIcon, keys: 'p', run: start }],
    [isPast, say, start],
  );
  useCommands('promises of a customer', commands);
}
