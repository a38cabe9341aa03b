import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '#kit/web/button.tsx';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { Alone } from './alone.tsx';
import { api, type WaysIn } from './colleagues.ts';
import { whyNoPasskeys } from './passkeys.ts';
import { adoptSession, sessionQuery, signOut, type Session } from './session.ts';
import type { SignInSearch } from './sign-in-search.ts';

const PasskeyDialog = lazy(async () => ({ default: (await import('./passkey-dialog.tsx')).PasskeyDialog }));
const SecondFactorDialog = lazy(async () => ({ default: (await import('./second-factor-dialog.tsx')).SecondFactorDialog }));

/** For whoever came in with the password alone, where a business asks for more: it leads them through what they lack, and on to where they wanted to go. */
export function LackingPage({ search }: PageProps<SignInSearch>) {
  const client = useQueryClient();
  // As it was when somebody came: the page stays until they have noted their recovery codes.
  const [lacks] = useState(() => client.getQueryData<Session>(sessionQuery().queryKey)?.lacksFactor);
  if (!lacks) return null;
  const back = search.back ?? '/';
  return lacks.factor === 'show' ? <Show askedBy={lacks.askedBy} back={back} /> : <SetUp askedBy={lacks.askedBy} back={back} />;
}

type Given = { askedBy: string; back: string };

/** There is a second factor, and this browser has not seen it: who only knows the password gets no further. */
function Show({ askedBy, back }: Given) {
  const say = useMessages();
  const leave = useLeave(back);
  return (
    <Alone title={say('access.lacks.show.title')} lede={say('access.lacks.show.lede', { askedBy })}>
      <div>
        <Button look="main" onPress={leave}>
          {say('access.lacks.show.again')}
        </Button>
      </div>
    </Alone>
  );
}

function SetUp({ askedBy, back }: Given) {
  const say = useMessages();
  const leave = useLeave(back);
  const found = useQuery(api.query('get', '/api/me/ways-in'));
  return (
    <Alone title={say('access.lacks.title')} lede={say('access.lacks.lede', { askedBy })}>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Choices ways={found.data} back={back} />}
      <div className="flex flex-col gap-3 border-t border-line pt-6">
        {found.data?.provider?.isJoined === true && (
          <p className="text-sm text-ink-soft">{say('access.lacks.provider', { name: found.data.provider.name })}</p>
        )}
        <div>
          <Button look="quiet" onPress={leave}>
            {say('access.lacks.leave')}
          </Button>
        </div>
      </div>
    </Alone>
  );
}

function Choices({ ways, back }: { ways: WaysIn; back: string }) {
  const say = useMessages();
  const client = useQueryClient();
  const go = useGo();
  const [doing, setDoing] = useState<'passkey' | 'app' | null>(null);
  const why = whyNoPasskeys(say, ways.passkeysAt);

  // Closed because it is done, or because somebody thought better of it: the server knows which.
  async function close() {
    setDoing(null);
    const session = await api.call('get', '/api/session');
    adoptSession(client, session);
    if (session.lacksFactor === null) go(back);
  }

  return (
    <>
      <Choice title={say('access.lacks.passkey')} lede={why ?? say('access.lacks.passkey.lede')}>
        {why === null && (
          <Button look="main" onPress={() => setDoing('passkey')}>
            {say('access.passkeys.add')}
          </Button>
        )}
      </Choice>
      <Choice title={say('access.lacks.app')} lede={say('access.lacks.app.lede')}>
        <Button look={why === null ? 'plain' : 'main'} onPress={() => setDoing('app')}>
          {say('access.second_factor.begin')}
        </Button>
      </Choice>
      <Suspense>
        {doing === 'passkey' && <PasskeyDialog change="add" ways={ways} onClose={() => void close()} />}
        {doing === 'app' && <SecondFactorDialog doing="begin" onClose={() => void close()} />}
      </Suspense>
    </>
  );
}

function Choice({ title, lede, children }: { title: string; lede: string; children: ReactNode }) {
  return (
    <section className="flex flex-col items-start gap-3">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-ink-soft">{lede}</p>
      </div>
      {children}
    </section>
  );
}

/** Signs out, to come in again. */
function useLeave(back: string): () => void {
  const client = useQueryClient();
  const go = useGo();
  return () => {
    void signOut(client).then(() => go(`/sign-in?${new URLSearchParams({ back }).toString()}`));
  };
}
