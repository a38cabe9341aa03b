import { useInfiniteQuery } from '@tanstack/react-query';
import { ConditionsText } from '#features/customers/web/index.ts';
import { Badge, type Tone } from '#kit/web/badge.tsx';
import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { More } from '#kit/web/more.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { api, useAutomations, type Run } from './automations.ts';
import { Sentence } from './sentence.tsx';

const outcomes = ['done', 'not_fitting', 'held', 'refused'] as const;
const tones: Readonly<Record<Run['outcome'], Tone>> = { done: 'good', not_fitting: 'plain', held: 'amber', refused: 'red' };

/** What came of each event that an automation followed, and why. */
export function AutomationLogPage({ params, search, setSearch }: PageProps<RawSearch, 'automation'>) {
  const say = useMessages();
  const automation = useAutomations().automations.find(({ id }) => id === params.automation);
  const outcome = outcomes.find((one) => one === search['outcome']);
  const found = useInfiniteQuery({
    queryKey: ['/api/automations/{automation}/runs', params.automation, outcome ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      api
        .query('get', '/api/automations/{automation}/runs', {
          params: { automation: params.automation },
          query: { ...(outcome ? { outcome } : {}), ...(pageParam === undefined ? {} : { after: pageParam }) },
        })
        .queryFn({ signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const runs = found.data?.pages.flatMap((page) => page.runs) ?? [];
  return (
    <Page
      title={automation ? say('automations.log.of', { name: automation.name }) : say('automations.log')}
      lede={say('automations.log.lede')}
      back={{ to: '/settings/automations', text: say('automations.nav') }}
      width="narrow"
    >
      {automation && (
        <p className="rounded-lg bg-accent-soft p-4">
          <Sentence automation={automation} />
        </p>
      )}
      <Select
        label={say('automations.log.show')}
        choices={[
          { id: 'all', text: say('automations.log.all') },
          ...outcomes.map((id) => ({ id, text: say(`automations.outcome.${id}`) })),
        ]}
        value={outcome ?? 'all'}
        onChange={(id) => setSearch({ outcome: id === 'all' ? undefined : id })}
      />
      {found.isPending && <Skeleton lines={6} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && runs.length === 0 && <p className="text-ink-soft">{say('automations.log.none')}</p>}
      {runs.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </ul>
      )}
      <More pages={found}>{say('automations.log.more')}</More>
    </Page>
  );
}

function RunRow({ run }: { run: Run }) {
  const say = useMessages();
  const formats = useFormats();
  const { customer, ranAt, outcome, why, condition, refusal } = run;
  return (
    <li className="flex flex-col gap-1 py-row">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {customer !== null && (
          <Link to={`/customers/${customer.id}`} look="name">
            <bdi>{customer.name}</bdi>
          </Link>
        )}
        <Badge tone={tones[outcome]}>{say(`automations.outcome.${outcome}`)}</Badge>
      </p>
      {why !== null && (
        <p className="text-sm text-ink-soft">
          {say(`automations.why.${why}`)}
          {condition !== null && (
            <>
              {': '}
              <ConditionsText where={condition} />
            </>
          )}
          {refusal !== null && `: ${refusal}`}
        </p>
      )}
      <p className="tabular text-sm text-ink-soft">
        <time dateTime={ranAt}>{formats.moment(ranAt)}</time>
      </p>
    </li>
  );
}
