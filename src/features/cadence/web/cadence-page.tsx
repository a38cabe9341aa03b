import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { access, api } from './cadence.ts';
import type { CadenceSearch } from './cadence-search.ts';
import { ComingTalks } from './coming-talks.tsx';
import { ColleagueWeeks } from './colleague-weeks.tsx';
import { FloorLine } from './floor-line.tsx';
import { RoutineList } from './routine-list.tsx';

/** Whom to talk to next without another reason, what the coming weeks ask of everybody, and the rules that both follow from. */
export function CadencePage({ search, setSearch }: PageProps<CadenceSearch>) {
  const say = useMessages();
  const { colleague } = useSignedIn();
  const rules = useQuery(api.query('get', '/api/cadence'));
  const load = useQuery(api.query('get', '/api/cadence/load', { query: { weeks: 6 } }));
  const team = useQuery(access.query('get', '/api/colleagues')).data?.colleagues ?? [colleague];
  const whose = search.for ?? colleague.id;
  return (
    <Page title={say('cadence.title')} lede={say('cadence.lede')}>
      <Section
        title={say('cadence.coming')}
        actions={
          team.length > 1 && (
            <Select
              label={say('cadence.whose')}
              labelHidden
              choices={team.map(({ id, name }) => ({ id, text: name }))}
              value={whose}
              onChange={(id) => setSearch({ for: id === colleague.id ? undefined : id })}
            />
          )
        }
      >
        <ComingTalks key={whose} of={whose} />
      </Section>
      <Section title={say('cadence.load')} lede={say('cadence.load.lede')}>
        {load.isPending && <Skeleton lines={4} />}
        {load.isError && <ProblemNotice error={load.error} onRetry={() => void load.refetch()} />}
        <div className="flex flex-col gap-8">
          {load.data?.colleagues.map((one) => (
            <ColleagueWeeks key={one.id} load={one} />
          ))}
        </div>
      </Section>
      {rules.isPending && <Skeleton lines={4} />}
      {rules.isError && <ProblemNotice error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data && (
        <>
          <RoutineList rules={rules.data} />
          <FloorLine floorDays={rules.data.floorDays} activeDays={rules.data.activeDays} customers={rules.data.byFloor} />
        </>
      )}
    </Page>
  );
}
