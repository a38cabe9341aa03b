import { useInfiniteQuery } from '@tanstack/react-query';
import { Badge, type Tone } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { More } from '#kit/web/more.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { useDoing } from '#kit/web/use-doing.ts';
import { api, useWebhooks, whileLookedAt, type Delivery } from './webhooks.ts';

const states = ['waiting', 'delivered', 'given_up'] as const;
const tones: Readonly<Record<Delivery['state'], Tone>> = { waiting: 'amber', delivered: 'good', given_up: 'red' };

/** What a webhook was told, with each try, and the way to tell it again. */
export function WebhookLogPage({ params, search, setSearch }: PageProps<RawSearch, 'webhook'>) {
  const say = useMessages();
  const doing = useDoing();
  const webhook = useWebhooks({ isFollowed: true }).data?.webhooks.find(({ id }) => id === params.webhook);
  const state = states.find((one) => one === search['state']);
  const found = useInfiniteQuery({
    queryKey: ['/api/webhooks/{webhook}/deliveries', params.webhook, state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      api
        .query('get', '/api/webhooks/{webhook}/deliveries', {
          params: { webhook: params.webhook },
          query: { ...(state ? { state } : {}), ...(pageParam === undefined ? {} : { after: pageParam }) },
        })
        .queryFn({ signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: whileLookedAt,
  });
  const deliveries = found.data?.pages.flatMap((page) => page.deliveries) ?? [];

  async function tellAgain(body: { deliveryId: string } | { givenUpSince: string }) {
    await doing(async () => {
      const { count } = await api.call('post', '/api/webhooks/{webhook}/replays', { params: { webhook: params.webhook }, body });
      return { said: say('webhooks.replayed', { count }) };
    });
  }

  return (
    <Page
      title={webhook ? say('webhooks.log.of', { name: webhook.name }) : say('webhooks.log')}
      lede={say('webhooks.log.lede')}
      back={{ to: '/settings/webhooks', text: say('webhooks.nav') }}
      width="narrow"
      actions={
        webhook !== undefined &&
        webhook.givenUp > 0 && (
          <Button onPress={() => void tellAgain({ givenUpSince: webhook.madeAt })}>
            {say('webhooks.replay.all', { count: webhook.givenUp })}
          </Button>
        )
      }
    >
      <Select
        label={say('webhooks.log.show')}
        choices={[{ id: 'all', text: say('webhooks.log.all') }, ...states.map((id) => ({ id, text: say(`webhooks.delivery.${id}`) }))]}
        value={state ?? 'all'}
        onChange={(id) => setSearch({ state: id === 'all' ? undefined : id })}
      />
      {found.isPending && <Skeleton lines={6} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && deliveries.length === 0 && <p className="text-ink-soft">{say('webhooks.log.none')}</p>}
      {deliveries.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onAgain={() => void tellAgain({ deliveryId: delivery.id })} />
          ))}
        </ul>
      )}
      <More pages={found}>{say('webhooks.log.more')}</More>
    </Page>
  );
}

function DeliveryRow({ delivery, onAgain }: { delivery: Delivery; onAgain: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { kind, madeAt, state, nextAt, tries } = delivery;
  return (
    <li className="flex flex-col gap-2 py-row">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span dir="ltr" className="min-w-0 font-mono text-sm break-all">
          {kind}
        </span>
        <Badge tone={tones[state]}>{say(`webhooks.delivery.${state}`)}</Badge>
        {state !== 'waiting' && (
          <span className="ms-auto">
            <Button look="quiet" aria-label={say('webhooks.replay.of', { kind, at: formats.moment(madeAt) })} onPress={onAgain}>
              {say('webhooks.replay')}
            </Button>
          </span>
        )}
      </div>
      <p className="tabular text-sm text-ink-soft">
        <time dateTime={madeAt}>{formats.moment(madeAt)}</time>
        {nextAt !== null && tries.length > 0 && ` · ${say('webhooks.delivery.next', { at: formats.moment(nextAt) })}`}
      </p>
      {tries.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-pointer text-ink-soft">{say('webhooks.tries', { count: tries.length })}</summary>
          <ol className="mt-2 flex flex-col gap-3 border-s-2 border-line ps-3">
            {tries.map((one) => (
              <li key={one.id} className="flex min-w-0 flex-col gap-1">
                <span className="tabular">
                  {formats.moment(one.at)}
                  {' · '}
                  {one.status === null ? say(`webhooks.failure.${one.failure}`) : say('webhooks.status', { status: String(one.status) })}
                  {one.reason !== null && (
                    <>
                      {' '}
                      <bdi dir="ltr">{one.reason}</bdi>
                    </>
                  )}
                  {' · '}
                  {say('webhooks.took', { milliseconds: one.milliseconds })}
                </span>
                {one.answer !== '' && (
                  <pre dir="ltr" className="max-h-40 overflow-auto rounded-lg bg-wash p-2 font-mono text-xs break-all whitespace-pre-wrap">
                    {one.answer}
                  </pre>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
