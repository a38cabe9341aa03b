import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Badge } from '#kit/web/badge.tsx';
import { Button, IconButton } from '#kit/web/button.tsx';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CloseIcon, PhoneIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { touchpointKinds, type TouchpointKind } from '../domain/index.ts';
import { LogForm } from './log-form.tsx';
import { Pulse } from './pulse.tsx';
import { api, kindIcons, useTouchpoints, type Touchpoint } from './touchpoints.ts';

type Given = {
  customer: string;
  names?: readonly string[];
  /** A past day: what came later is not shown, and nothing is logged. */
  asOf?: string | undefined;
  /** The line that logs stands elsewhere on the page. */
  withoutLine?: boolean;
};

/** What passed between a customer and us, the latest first, with the line that logs what just did. */
export function TimelineSection({ customer, names, asOf, withoutLine = false }: Given) {
  const say = useMessages();
  const [kind, setKind] = useState<TouchpointKind | 'all'>('all');
  useLogCommand(asOf === undefined);
  const pages = useInfiniteQuery({
    queryKey: ['/api/customers/{customer}/touchpoints', customer, kind, asOf ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      signal.throwIfAborted();
      return api.call('get', '/api/customers/{customer}/touchpoints', {
        params: { customer },
        query: {
          limit: 20,
          ...(kind === 'all' ? {} : { kinds: kind }),
          ...(asOf === undefined ? {} : { asOf }),
          ...(pageParam === undefined ? {} : { after: pageParam }),
        },
      });
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const touchpoints = pages.data?.pages.flatMap((page) => page.touchpoints) ?? [];
  const kinds = [
    { id: 'all' as const, text: say('conversations.filter.all') },
    ...touchpointKinds.map((id) => ({ id, text: say(`conversations.kind.${id}`) })),
  ];
  return (
    <Section
      title={say('conversations.timeline')}
      actions={
        (touchpoints.length > 0 || kind !== 'all') && (
          <span className="w-44">
            <Select label={say('conversations.filter')} labelHidden choices={kinds} value={kind} onChange={setKind} />
          </span>
        )
      }
    >
      {asOf === undefined && !withoutLine && <LogForm customer={customer} {...(names ? { names } : {})} />}
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton lines={4} />}
      {pages.isSuccess && touchpoints.length === 0 && (
        <p className="text-ink-soft">{say(kind === 'all' ? 'conversations.none' : 'conversations.none_of_kind')}</p>
      )}
      <ol className="flex flex-col divide-y divide-line">
        {touchpoints.map((touchpoint) => (
          <li key={touchpoint.id}>
            <Entry customer={customer} touchpoint={touchpoint} isPast={asOf !== undefined} />
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <div>
          <Button onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            {say('conversations.more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Entry({ customer, touchpoint, isPast }: { customer: string; touchpoint: Touchpoint; isPast: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  const { colleague } = useSignedIn();
  const { remove } = useTouchpoints(customer);
  const { kind, direction, reached, at, minutes, summary, pulse } = touchpoint;
  const Icon = kindIcons[kind];
  const isMine = touchpoint.colleague.id === colleague.id || colleague.role === 'owner';
  return (
    <article className="group flex gap-3 py-row">
      <Icon className={`mt-0.5 ${reached ? 'text-accent' : 'text-ink-faint'}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="font-medium">{say(`conversations.said.${kind}_${direction}`)}</span>
          {!reached && <Badge>{say(`conversations.unreached.${direction}`)}</Badge>}
          {pulse !== null && (
            <span className="text-sm text-ink-soft">
              <Pulse pulse={pulse} />
            </span>
          )}
        </p>
        {summary !== '' && (
          <p className="max-w-prose whitespace-pre-line">
            <bdi>{summary}</bdi>
          </p>
        )}
        <p className="tabular flex flex-wrap text-sm text-ink-soft *:not-last:after:mx-2 *:not-last:after:content-['·']">
          <time dateTime={at}>{formats.moment(at)}</time>
          {minutes !== null && <span>{say('conversations.minutes', { minutes })}</span>}
          <span>
            <bdi>{touchpoint.colleague.name}</bdi>
          </span>
        </p>
      </div>
      {isMine && !isPast && (
        <span className="opacity-0 group-hover:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100">
          <IconButton icon={CloseIcon} label={say('conversations.remove')} onPress={() => void remove(touchpoint)} />
        </span>
      )}
    </article>
  );
}

/** `l` goes to the line, wherever the page is scrolled to. */
function useLogCommand(isOffered: boolean): void {
  const say = useMessages();
  const commands = useMemo((): Command[] => {
    if (!isOffered) return [];
    const run = () => document.querySelector<HTMLElement>('[data-log-line] input')?.focus();
    return [{ id: 'log a touchpoint', group: 'do', label: say('conversations.log.command'), icon: PhoneIcon, keys: 'l', run }];
  }, [isOffered, say]);
  useCommands('timeline', commands);
}
