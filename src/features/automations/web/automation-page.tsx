import { useQuery } from '@tanstack/react-query';
import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { api, useAutomations } from './automations.ts';
import { AutomationForm } from './automation-form.tsx';

/** Puts an automation together: one that there is, or a new one. */
export function AutomationPage({ params }: PageProps<RawSearch, 'automation'>) {
  const say = useMessages();
  const found = useAutomations();
  const isKnown = found.automations.some(({ id }) => id === params.automation);
  // By itself it comes with its version, by which it is changed.
  const one = useQuery({
    ...api.query('get', '/api/automations/{automation}', { params: { automation: params.automation } }),
    enabled: isKnown,
  });
  const automation = one.data ?? null;
  if (found.isPending || (isKnown && one.isPending)) return <PageSkeleton />;
  return (
    <Page
      title={automation ? say('automations.edit', { name: automation.name }) : say('automations.new')}
      back={{ to: '/settings/automations', text: say('automations.nav') }}
      width="narrow"
    >
      {found.isError || one.isError ? (
        <ProblemNotice error={found.error ?? one.error} onRetry={() => void (found.isError ? found : one).refetch()} />
      ) : (
        <AutomationForm key={params.automation} automation={automation} triggers={found.triggers} actions={found.actions} />
      )}
    </Page>
  );
}
