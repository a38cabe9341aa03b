import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionQuery, signedIn, useSignedIn, type Session } from '#features/access/web/index.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { forgetAnswers, keepAnswersOf } from '#kit/web/offline/answers.ts';
import { connection, listen, watchConnection } from '#kit/web/offline/connection.ts';
import { startWorker } from '#kit/web/offline/start.ts';
import { followEntries } from '#kit/web/offline/waiting.ts';
import { toast } from '#kit/web/toast.tsx';

/** Keeps what a device may show without a connection for whoever is signed in, and forgets it as soon as it is somebody else, or nobody. */
export function keepForWhoIsSignedIn(client: QueryClient): void {
  const [path] = sessionQuery().queryKey;
  let known: Session | undefined;
  client.getQueryCache().subscribe(({ query: { queryKey, state } }) => {
    const [asked] = queryKey as readonly unknown[];
    const session = asked === path ? (state.data as Session | undefined) : undefined;
    if (session === undefined || session === known) return;
    known = session;
    const present = signedIn(session);
    void (present ? keepAnswersOf(present.colleague.id, path, session) : forgetAnswers());
  });
}

/** Inside the frame: the service worker, the way back to the connection, and what waits to be sent. */
export function useOffline(): void {
  const say = useMessages();
  const client = useQueryClient();
  const { colleague } = useSignedIn();
  useEffect(() => {
    startWorker();
    watchConnection();
  }, []);
  useEffect(() => {
    let wasOffline = connection().isOffline;
    return listen(() => {
      const { isOffline } = connection();
      if (wasOffline && !isOffline) void client.invalidateQueries();
      wasOffline = isOffline;
    });
  }, [client]);
  useEffect(
    () =>
      followEntries(colleague.id, ({ sent, refused }) => {
        void client.invalidateQueries();
        if (sent > 0) toast({ text: say('kit.offline.sent', { count: sent }), overtakes: say('kit.offline.kept') });
        if (refused > 0) toast({ text: say('kit.offline.refused', { count: refused }), tone: 'bad' });
      }),
    [client, colleague.id, say],
  );
}
