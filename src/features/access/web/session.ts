import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { forgetOnDevice } from '#kit/web/offline/forget.ts';
import { adoptPreferences, type Preferences } from '#kit/web/prefs.ts';
import { showWorkspace, startInAnotherWorkspace } from '#kit/web/workspace.ts';
import type { accessApi, Session as SessionShape } from '../api.ts';

export type Session = z.infer<typeof SessionShape>;
type Kept = NonNullable<Session['preferences']>;

export type SignedIn = {
  readonly colleague: NonNullable<Session['colleague']>;
  readonly workspace: NonNullable<Session['workspace']>;
  readonly preferences: Kept;
};

const api = apiOf<typeof accessApi>();

/** Who is signed in. Asked once a visit; signing in and out put the answer in by themselves. */
export function sessionQuery() {
  return { ...api.query('get', '/api/session'), staleTime: Infinity, gcTime: Infinity };
}

/** Whether somebody sits here as a colleague of a workspace, and is let in. */
export function signedIn(session: Session): SignedIn | null {
  const { colleague, workspace, preferences, lacksFactor } = session;
  return lacksFactor === null && colleague && workspace && preferences ? { colleague, workspace, preferences } : null;
}

/** The colleague, their workspace with its currency, time zone and today, and how they like to read. Only inside the frame. */
export function useSignedIn(): SignedIn {
  const { data } = useQuery(sessionQuery());
  const present = data === undefined ? null : signedIn(data);
  if (present === null) throw new Error('useSignedIn on a page for anyone');
  return present;
}

/** Takes a fresh answer about the session over: into the cache, and the reader's preferences into the page. */
export function adoptSession(client: QueryClient, session: Session): void {
  client.setQueryData(sessionQuery().queryKey, session);
  showWorkspace(session.workspace?.id);
  if (session.preferences) adoptPreferences(looksOf(session.preferences));
}

/** Signs in with a password; `code` where a code of the authenticator app is still to come. */
export async function signIn(client: QueryClient, email: string, password: string): Promise<'in' | 'code'> {
  const session = await api.call('post', '/api/session', { body: { email, password } });
  if (session.needsSecondFactor) return 'code';
  adoptSession(client, session);
  return 'in';
}

/** The second step, where there is one. */
export async function signInWithCode(client: QueryClient, code: string): Promise<void> {
  adoptSession(client, await api.call('post', '/api/session/second-factor', { body: { code } }));
}

/** Works in another workspace of the account's from now on. Everything on the screen begins anew. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  await api.call('put', '/api/session/workspace', { body: { workspaceId } });
  startInAnotherWorkspace(workspaceId);
}

/** Forgets everything that was on the screen and on the device, too: the next colleague at this counter must not see it. */
export async function signOut(client: QueryClient): Promise<void> {
  const who = client.getQueryData<Session>(sessionQuery().queryKey)?.colleague;
  await api.call('delete', '/api/session');
  showWorkspace(undefined);
  if (who) await forgetOnDevice(who.id);
  client.clear();
}

/**
 * Changes preferences, seen at once and taken back when the server refuses. Another language starts the page anew, so the
 * page itself waits for the server with that.
 */
export function usePreferencesChange(): (change: Partial<Kept>) => Promise<void> {
  const client = useQueryClient();
  return async (change) => {
    const { queryKey } = sessionQuery();
    const before = client.getQueryData<Session>(queryKey);
    if (!before?.preferences) return;
    client.setQueryData(queryKey, { ...before, preferences: { ...before.preferences, ...change } });
    if (change.language === undefined) adoptPreferences(looksOf(change));
    try {
      const preferences = await api.call('patch', '/api/me', { body: change });
      adoptSession(client, { ...before, preferences });
    } catch (error) {
      adoptSession(client, before);
      throw error;
    }
  };
}

function looksOf(kept: Partial<Kept>): Partial<Preferences> {
  const { minutesADay: _, ...look } = kept;
  return look;
}
