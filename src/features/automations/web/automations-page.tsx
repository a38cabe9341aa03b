import { Badge, type Tone } from '#kit/web/badge.tsx';
import { Button, IconButton } from '#kit/web/button.tsx';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { useGo } from '#kit/web/go.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { MoreIcon, PlusIcon, SproutIcon } from '#kit/web/icons.tsx';
import { ButtonLink, Link } from '#kit/web/link.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { useDoing } from '#kit/web/use-doing.ts';
import { api, useAutomations, type Automation } from './automations.ts';
import { Sentence } from './sentence.tsx';

/** What is done by itself, each as a sentence, with how often it was done. */
export function AutomationsPage() {
  const say = useMessages();
  const found = useAutomations();
  const { automations } = found;
  const add = (
    <ButtonLink look="main" icon={PlusIcon} to="/settings/automations/new">
      {say('automations.new')}
    </ButtonLink>
  );
  return (
    <Page title={say('automations.nav')} lede={say('automations.lede')} width="narrow" actions={automations.length > 0 && add}>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && automations.length === 0 && (
        <EmptyState icon={SproutIcon} title={say('automations.none')} actions={add}>
          {say('automations.none.text')}
        </EmptyState>
      )}
      {automations.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {automations.map((automation) => (
            <AutomationRow key={automation.id} automation={automation} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function AutomationRow({ automation }: { automation: Automation }) {
  const say = useMessages();
  const formats = useFormats();
  const go = useGo();
  const doing = useDoing();
  const { id, name, owner, pausedAt, stoppedWhy, done, doneAt } = automation;
  const more = say('automations.more', { name });
  const state = stateOf(automation);
  const params = { params: { automation: id } };

  async function pause() {
    await doing(async () => {
      await api.call('put', '/api/automations/{automation}/pause', params);
      return {
        said: say('automations.paused', { name }),
        undo: () => api.call('delete', '/api/automations/{automation}/pause', params),
      };
    });
  }
  async function resume() {
    await doing(async () => {
      await api.call('delete', '/api/automations/{automation}/pause', params);
      return { said: say('automations.resumed', { name }) };
    });
  }
  async function remove() {
    await doing(async () => {
      await api.call('delete', '/api/automations/{automation}', params);
      return { said: say('automations.removed', { name }) };
    });
  }

  return (
    <li className="flex items-start gap-2 py-row">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link to={`/settings/automations/${id}`} look="name">
            <bdi>{name}</bdi>
          </Link>
          <Badge tone={state.tone}>{say(`automations.state.${state.id}`)}</Badge>
        </p>
        <p className="max-w-prose">
          <Sentence automation={automation} />
        </p>
        {stoppedWhy !== null && <p className="text-sm text-ink-soft">{say('automations.stopped.hint')}</p>}
        <p className="tabular text-sm text-ink-soft">
          {[
            say('automations.belongs', { name: owner.name }),
            say('automations.done', { count: done }),
            doneAt !== null && say('automations.done.last', { at: formats.moment(doneAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>
          <Link to={`/settings/automations/${id}/log`}>{say('automations.log.of', { name })}</Link>
        </p>
      </div>
      {stoppedWhy === null && pausedAt !== null && <Button onPress={() => void resume()}>{say('automations.resume')}</Button>}
      <Menu
        label={more}
        renderTrigger={(door) => <IconButton icon={MoreIcon} label={more} {...door} />}
        entries={[
          { text: say('automations.change'), run: () => go(`/settings/automations/${id}`) },
          ...(stoppedWhy === null && pausedAt === null ? [{ text: say('automations.pause'), run: () => void pause() }] : []),
          { text: say('automations.remove'), danger: true, run: () => void remove() },
        ]}
      />
    </li>
  );
}

function stateOf({ stoppedWhy, pausedAt }: Automation): { readonly id: string; readonly tone: Tone } {
  if (stoppedWhy !== null) return { id: `stopped.${stoppedWhy}`, tone: 'red' };
  return pausedAt === null ? { id: 'active', tone: 'good' } : { id: 'paused', tone: 'plain' };
}
