import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { useAutomations } from './automations.ts';
import { AutomationForm } from './automation-form.tsx';

/** Puts an automation together: one that there is, or a new one. */
export function AutomationPage({ params }: PageProps<RawSearch, 'automation'>) {
  const say = useMessages();
  const found = useAutomations();
  const automation = found.automations.find(({ id }) => id === params.automation) ?? null;
  if (found.isPending) return <PageSkeleton />;
  return (
    <Page
      title={automation ? say('automations.edit', { name: automation.name }) : say('automations.new')}
      back={{ to: '/settings/automations', text: say('automations.nav') }}
      width="narrow"
    >
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <AutomationForm key={params.automation} automation={automation} triggers={found.triggers} actions={found.actions} />
      )}
    </Page>
  );
}
