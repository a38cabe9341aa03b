import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Badge, type Tone } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { PlusIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice, problemText } from '#kit/web/problem-notice.tsx';
import { useRight } from '#kit/web/right.ts';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, type ApiKey, type Right } from '../colleagues.ts';
import { useSignedIn } from '../session.ts';

const KeyDialog = lazy(async () => ({ default: (await import('./key-dialog.tsx')).KeyDialog }));

/** The keys with which programs act for colleagues: what each may, when it was last used, and the way to end it. */
export function KeysPage() {
  const say = useMessages();
  const { may, reason } = useRight('makeKeys');
  return (
    <Page title={say('access.keys.title')} lede={say('access.keys.lede')} width="narrow" actions={may && <MakeKey />}>
      {may ? <Keys /> : <p className="text-ink-soft">{reason}</p>}
      <p>
        <Link to="/settings/keys/reference">{say('access.keys.reference')}</Link>
      </p>
    </Page>
  );
}

function MakeKey() {
  const say = useMessages();
  const found = useQuery(api.query('get', '/api/keys'));
  const [givable, setGivable] = useState<readonly Right[] | null>(null);
  return (
    <>
      <Button look="main" icon={PlusIcon} isDisabled={!found.isSuccess} onPress={() => setGivable(found.data?.givable ?? [])}>
        {say('access.keys.make')}
      </Button>
      <Suspense>{givable && <KeyDialog givable={givable} onClose={() => setGivable(null)} />}</Suspense>
    </>
  );
}

function Keys() {
  const say = useMessages();
  const found = useQuery(api.query('get', '/api/keys'));
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const keys = found.data?.keys ?? [];
  const open = keys.filter(({ state }) => state === 'open');
  const ended = keys.filter(({ state }) => state !== 'open');
  if (found.isPending) return <Skeleton lines={3} />;
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      {open.length === 0 && <EmptyState title={say('access.keys.none')}>{say('access.keys.none.hint')}</EmptyState>}
      <ul className="flex flex-col divide-y divide-line">
        {open.map((key) => (
          <li key={key.id}>
            <KeyLine apiKey={key} onEnd={() => setEnding(key)} />
          </li>
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-ink-soft hover:text-accent">
            {say('access.keys.ended', { count: ended.length })}
          </summary>
          <ul className="flex flex-col divide-y divide-line">
            {ended.map((key) => (
              <li key={key.id}>
                <KeyLine apiKey={key} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {ending && <EndKey apiKey={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

const TONES: Readonly<Record<ApiKey['state'], Tone>> = { open: 'good', expired: 'amber', revoked: 'plain' };

function KeyLine({ apiKey, onEnd }: { apiKey: ApiKey; onEnd?: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const { name, ending, colleague, isMine, isReadOnly, rights, state, expiresAt, usedAt, usedFrom } = apiKey;
  const day = (at: string) => formats.date(formats.dayOf(at));
  const used =
    usedAt === null
      ? say('access.keys.unused')
      : say('access.keys.used', { when: formats.relativeDay(formats.dayOf(usedAt), workspace.today), from: usedFrom ?? '' });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="font-medium break-words">{name}</bdi>
          <code dir="ltr" className="text-sm text-ink-soft">
            …{ending}
          </code>
          {state === 'open' ? (
            <Badge>{say(isReadOnly ? 'access.keys.reads' : 'access.keys.works')}</Badge>
          ) : (
            <Badge tone={TONES[state]}>{say(`access.keys.state.${state}`)}</Badge>
          )}
        </span>
        <span className="block text-sm break-words text-ink-soft">
          {!isMine && (
            <>
              <bdi>{colleague.name}</bdi>
              {' · '}
            </>
          )}
          {used}
          {state === 'open' && ` · ${expiresAt === null ? say('access.keys.for_ever') : say('access.keys.until', { day: day(expiresAt) })}`}
        </span>
        <details className="text-sm text-ink-soft">
          <summary className="cursor-pointer py-1 hover:text-accent">{say('access.keys.rights', { count: rights.length })}</summary>
          <ul className="list-disc ps-5">
            {rights.map((right) => (
              <li key={right}>{say(`access.rights.of.${right}`)}</li>
            ))}
          </ul>
        </details>
      </span>
      {onEnd && (
        <Button look="quiet" aria-label={say('access.keys.end_of', { name })} onPress={onEnd}>
          {say('access.keys.end')}
        </Button>
      )}
    </div>
  );
}

/** Whatever works with the key stops at once, so it is asked once more. */
function EndKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const { id, name } = apiKey;

  async function end() {
    try {
      await api.call('delete', '/api/keys/{key}', { params: { key: id } });
      toast({ text: say('access.keys.ended_now', { name }) });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries({ queryKey: ['/api/keys'] });
    onClose();
  }

  return (
    <Dialog title={say('access.keys.end_of', { name })} isOpen onClose={onClose}>
      <p>{say('access.keys.end.hint')}</p>
      <div>
        <Button look="danger" onPress={() => void end()}>
          {say('access.keys.end')}
        </Button>
      </div>
    </Dialog>
  );
}
