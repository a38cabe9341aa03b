import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages, type Say } from '#kit/web/i18n/language.tsx';
import { Problem } from '#kit/web/problem.ts';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { api } from './colleagues.ts';
import { isOfferedByBrowser, showPasskey, whyNoPasskeys } from './passkeys.ts';
import { goToProvider } from './provider.ts';
import { adoptSession, type Session } from './session.ts';

type Given = {
  /** Where somebody goes on who comes back from the provider. */
  back: string;
  /** Somebody signed in without leaving the page; absent where only the provider is offered. */
  onPasskey?: () => void;
};

/** What the browser offers is asked for anew before the server takes it no more, in milliseconds. */
const freshFor = 8 * 60_000;

/** The ways in beside the password: a passkey, and single sign-on. Nothing where there is neither. */
export function OtherWays({ back, onPasskey }: Given) {
  const say = useMessages();
  const client = useQueryClient();
  const { data: ways } = useQuery({ ...api.query('get', '/api/session/ways-in'), staleTime: 0 });
  const [trouble, setTrouble] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const takesPasskeys = onPasskey !== undefined && ways !== undefined && whyNoPasskeys(say, ways.passkeysAt) === null;

  function arrive(session: Session) {
    adoptSession(client, session);
    onPasskey?.();
  }

  const offered = useEffectEvent((over: AbortSignal) => offer(say, over));
  const taken = useEffectEvent(arrive);

  // A browser asks for one passkey at a time: what it offers by itself rests while somebody presses the button.
  useEffect(() => {
    if (!takesPasskeys || isBusy) return;
    const over = new AbortController();
    void offered(over.signal).then((session) => session && taken(session), setTrouble);
    return () => over.abort();
  }, [takesPasskeys, isBusy]);

  async function attempt(way: () => Promise<void>) {
    setTrouble(null);
    setBusy(true);
    try {
      await way();
    } catch (error) {
      setTrouble(error);
    }
    setBusy(false);
  }

  if (!ways || (!takesPasskeys && !ways.provider)) return null;
  const { provider } = ways;
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-6">
      {takesPasskeys && (
        <Button
          isDisabled={isBusy}
          onPress={() =>
            void attempt(async () => {
              const session = await signInWithPasskey(say, { signal: new AbortController().signal, isOffer: false });
              arrive(session);
            })
          }
        >
          {say('access.ways.passkey')}
        </Button>
      )}
      {provider && (
        <>
          <Button isDisabled={isBusy} onPress={() => void attempt(() => goToProvider(back))}>
            {say('access.ways.provider', { name: provider.name })}
          </Button>
          {!provider.isReachable && <p className="text-sm text-ink-soft">{say('access.ways.unreachable', { name: provider.name })}</p>}
        </>
      )}
      {trouble !== null && <ProblemNotice error={trouble} />}
    </div>
  );
}

/** Lets the browser offer passkeys where the e-mail address is typed, until somebody takes one, or until it is over. */
async function offer(say: Say, over: AbortSignal): Promise<Session | null> {
  if (!(await isOfferedByBrowser())) return null;
  for (;;) {
    const stale = AbortSignal.timeout(freshFor);
    try {
      return await signInWithPasskey(say, { signal: AbortSignal.any([over, stale]), isOffer: true });
    } catch (error) {
      if (!stale.aborted) return quiet(error);
    }
  }
}

// Who does not take what is offered hears nothing of it; what the server says to one who did, they do.
function quiet(error: unknown): null {
  if (error instanceof Problem && error.status === 0) return null;
  throw error;
}

async function signInWithPasskey(say: Say, how: { readonly signal: AbortSignal; readonly isOffer: boolean }): Promise<Session> {
  const { token, options } = await api.call('get', '/api/session/passkey');
  const shown = await showPasskey(say, options, how);
  return await api.call('post', '/api/session/passkey', { body: { token, shown } });
}
