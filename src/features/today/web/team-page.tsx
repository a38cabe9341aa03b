import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { FallingThrough } from './falling-through.tsx';
import { TeamLoad } from './team-load.tsx';
import { namesShown } from './team.ts';
import { TodayTabs } from './today-tabs.tsx';
import { api } from './today.ts';

/** How the load lies, and what would fall through if nobody looked. */
export function TeamPage() {
  const say = useMessages();
  const [shown, setShown] = useState(namesShown.atFirst);
  const { data: team, ...asked } = useQuery({
    ...api.query('get', '/api/today/team', { query: { names: shown } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={say('today.team.title')} lede={say('today.team.lede')} width="narrow">
      <TodayTabs current="team" />
      {asked.isError && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton lines={6} />}
      {team && (
        <>
          <Section title={say('today.team.load')} lede={say('today.team.load.lede')}>
            <TeamLoad team={team} />
          </Section>
          <FallingThrough
            team={team}
            more={{ isPending: asked.isPlaceholderData, ...(shown < namesShown.atMost ? { show: () => setShown(namesShown.atMost) } : {}) }}
          />
        </>
      )}
    </Page>
  );
}
