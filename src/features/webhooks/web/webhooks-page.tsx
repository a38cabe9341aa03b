import { lazy, useState } from 'react';
import { Badge } from '#kit/web/badge.tsx';
import { Button, IconButton } from '#kit/web/button.tsx';
import { CopiedText } from '#kit/web/copied-text.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { MailIcon, MoreIcon, PlusIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { useDoing } from '#kit/web/use-doing.ts';
import { api, stateOf, useWebhooks, type Webhook } from './webhooks.ts';

const WebhookForm = lazy(async () => ({ default: (await import('./webhook-form.tsx')).WebhookForm }));

/** Which programs outside are told what happens, and how it stands with each. */
export function WebhooksPage() {
  const say = useMessages();
  const found = useWebhooks({ isFollowed: true });
  const doing = useDoing();
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const webhooks = found.data?.webhooks ?? [];
  const add = (
    <Button look="main" icon={PlusIcon} onPress={() => setEditing('new')}>
      {say('webhooks.new')}
    </Button>
  );

  async function giveSecret(webhook: string) {
    await doing(async () => {
      const made = await api.call('post', '/api/webhooks/{webhook}/secret', { params: { webhook }, query: {} });
      setSecret(made.secret);
      return { said: say('webhooks.secret.made') };
    });
  }

  return (
    <Page title={say('webhooks.nav')} lede={say('webhooks.lede')} width="narrow" actions={webhooks.length > 0 && add}>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && webhooks.length === 0 && (
        <EmptyState icon={MailIcon} title={say('webhooks.none')} actions={add}>
          {say('webhooks.none.text')}
        </EmptyState>
      )}
      {webhooks.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {webhooks.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              onEdit={() => setEditing(webhook)}
              onSecret={() => void giveSecret(webhook.id)}
            />
          ))}
        </ul>
      )}
      <Dialog
        title={editing === null || editing === 'new' ? say('webhooks.new') : say('webhooks.edit', { name: editing.name })}
        isOpen={editing !== null}
        onClose={() => setEditing(null)}
        wide
      >
        {editing !== null && (
          <WebhookForm
            webhook={editing === 'new' ? null : editing}
            topics={found.data?.kinds ?? []}
            onDone={(made) => {
              setEditing(null);
              if (made !== null) void giveSecret(made);
            }}
          />
        )}
      </Dialog>
      <Dialog title={say('webhooks.secret')} isOpen={secret !== null} onClose={() => setSecret(null)}>
        <p>{say('webhooks.secret.once')}</p>
        <CopiedText label={say('webhooks.secret')} text={secret ?? ''} />
      </Dialog>
    </Page>
  );
}

function WebhookRow({ webhook, onEdit, onSecret }: { webhook: Webhook; onEdit: () => void; onSecret: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const doing = useDoing();
  const { id, name, url, kinds, takenAt, waiting, givenUp, pausedWhy, earlierSecretUntil } = webhook;
  const state = stateOf(webhook);
  const some = kinds?.length === 0 ? say('webhooks.kinds.none') : say('webhooks.kinds.some', { count: kinds?.length ?? 0 });
  const hears = kinds === null ? say('webhooks.kinds.all') : some;
  const more = say('webhooks.more', { name });
  const params = { params: { webhook: id } };

  async function test() {
    await doing(async () => {
      await api.call('post', '/api/webhooks/{webhook}/tests', params);
      return { said: say('webhooks.tested') };
    });
  }
  async function pause() {
    await doing(async () => {
      await api.call('put', '/api/webhooks/{webhook}/pause', params);
      return { said: say('webhooks.paused', { name }), undo: () => api.call('delete', '/api/webhooks/{webhook}/pause', params) };
    });
  }
  async function resume() {
    await doing(async () => {
      await api.call('delete', '/api/webhooks/{webhook}/pause', params);
      return { said: say('webhooks.resumed', { name }) };
    });
  }
  async function remove() {
    await doing(async () => {
      await api.call('delete', '/api/webhooks/{webhook}', params);
      return { said: say('webhooks.removed', { name }) };
    });
  }

  return (
    <li className="flex items-start gap-2 py-row">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="font-medium">{name}</bdi>
          <Badge tone={state.tone}>{say(`webhooks.state.${state.id}`)}</Badge>
        </p>
        <p dir="ltr" className="text-sm break-all text-ink-soft rtl:text-end">
          {url}
        </p>
        <p className="tabular text-sm text-ink-soft">
          {[
            hears,
            takenAt === null ? say('webhooks.never_taken') : say('webhooks.taken', { at: formats.moment(takenAt) }),
            waiting > 0 && say('webhooks.waiting', { count: waiting }),
            givenUp > 0 && say('webhooks.given_up', { count: givenUp }),
            earlierSecretUntil !== null && say('webhooks.secret.earlier', { until: formats.moment(earlierSecretUntil) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>
          <Link to={`/settings/webhooks/${id}`}>{say('webhooks.log.of', { name })}</Link>
        </p>
      </div>
      {pausedWhy !== null && <Button onPress={() => void resume()}>{say('webhooks.resume')}</Button>}
      <Menu
        label={more}
        renderTrigger={(door) => <IconButton icon={MoreIcon} label={more} {...door} />}
        entries={[
          { text: say('webhooks.change'), run: onEdit },
          ...(pausedWhy === null
            ? [
                { text: say('webhooks.test'), run: () => void test() },
                { text: say('webhooks.pause'), run: () => void pause() },
              ]
            : []),
          { text: say('webhooks.secret.new'), run: onSecret },
          { text: say('webhooks.remove'), danger: true, run: () => void remove() },
        ]}
      />
    </li>
  );
}
