import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon, PlusIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { GoalDialog } from './goal-dialog.tsx';
import { GoalRow } from './goal-row.tsx';
import { api, useGoalWays, type Goal } from './goals.ts';

/** What a customer wants to reach, how we help, and how both will see it. */
export function GoalsSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const say = useMessages();
  const [inHand, setInHand] = useState<Goal | 'new' | null>(null);
  const isPast = asOf !== undefined;
  const found = useQuery(api.query('get', '/api/customers/{customer}/goals', { params: { customer }, query: isPast ? { asOf } : {} }));
  const open = found.data?.goals.filter(({ state }) => state === 'open') ?? [];
  const ended = found.data?.goals.filter(({ state }) => state !== 'open') ?? [];
  return (
    <Section
      title={say('people.goals')}
      actions={
        !isPast && (
          <Button needs="workWithCustomers" look="quiet" icon={PlusIcon} onPress={() => setInHand('new')}>
            {say('people.goals.set')}
          </Button>
        )
      }
    >
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={2} />}
      {found.isSuccess && open.length === 0 && <p className="text-ink-soft">{say('people.goals.none')}</p>}
      {open.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {open.map((goal) => (
            <li key={goal.id}>
              <GoalRow goal={goal} isPast={isPast} onChange={() => setInHand(goal)} />
            </li>
          ))}
        </ul>
      )}
      {ended.length > 0 && <Ended goals={ended} isPast={isPast} />}
      {inHand && <GoalDialog customer={customer} {...(inHand === 'new' ? {} : { goal: inHand })} onClose={() => setInHand(null)} />}
    </Section>
  );
}

function Ended({ goals, isPast }: { goals: readonly Goal[]; isPast: boolean }) {
  const say = useMessages();
  const { reopen } = useGoalWays();
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 text-ink-soft hover:text-accent">
        <ChevronDownIcon className="size-4 transition-transform group-open:rotate-180" />
        {say('people.goals.ended', { count: goals.length })}
      </summary>
      <ul className="flex flex-col">
        {goals.map((goal) => (
          <li key={goal.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-ink-soft">
              <bdi>{goal.wish}</bdi>
              {goal.state !== 'open' && (
                <Badge tone={goal.state === 'reached' ? 'good' : 'plain'}>{say(`people.goals.state.${goal.state}`)}</Badge>
              )}
            </p>
            {!isPast && (
              <Button needs="workWithCustomers" look="quiet" onPress={() => void reopen(goal)}>
                {say('people.goals.reopen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
