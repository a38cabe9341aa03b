import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { adoptSession, sessionQuery, type Session } from '#features/access/web/index.ts';
import { loadComponentWords } from '#kit/web/i18n/component-words.ts';
import { LanguageProvider } from '#kit/web/i18n/language.tsx';
import { localeOf } from '#kit/web/i18n/locale.ts';
import { followSystemTheme, preferences, showLook } from '#kit/web/prefs.ts';
import { connection } from '#kit/web/offline/connection.ts';
import { makeQueryClient } from '#kit/web/query-client.ts';
import { followWorkspace, showWorkspace, shownWorkspace } from '#kit/web/workspace.ts';
import { loadMessages } from './languages.ts';
import { keepForWhoIsSignedIn } from './offline.ts';
import { makeRouter } from './router.tsx';

void start();

async function start() {
  reloadAfterUpdate();
  followWorkspace();
  const look = preferences();
  showLook(look);
  followSystemTheme();
  const client = makeQueryClient(() => void lookAgain());
  const router = makeRouter(client);
  // Whoever was let out of the workspace on the screen may have a place in another; nothing of the first stays.
  async function lookAgain() {
    await client.resetQueries({ queryKey: sessionQuery().queryKey });
    const workspace = client.getQueryData<Session>(sessionQuery().queryKey)?.workspace?.id;
    if (workspace !== undefined && workspace !== shownWorkspace()) return location.assign('/');
    showWorkspace(workspace);
    await router.invalidate();
  }
  keepForWhoIsSignedIn(client);
  const [messages, , , found] = await Promise.all([
    loadMessages(look.language),
    loadComponentWords(look.language, localeOf(look)),
    loadTemporal(),
    client.query({ ...sessionQuery(), staleTime: 'static' }).catch(() => undefined),
  ]);
  // What somebody chose on another device holds here, too.
  if (found) adoptSession(client, found);

  function Tend() {
    const { data: session } = useQuery(sessionQuery());
    return (
      <LanguageProvider messages={messages} timeZone={session?.workspace?.timeZone ?? Temporal.Now.timeZoneId()}>
        <RouterProvider router={router} />
      </LanguageProvider>
    );
  }

  const root = document.getElementById('tend');
  if (root === null) throw new Error('index.html has lost its root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Tend />
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** Browsers that have no Temporal yet get it; the others do not pay for it. */
async function loadTemporal(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
}

/**
 * A page that was open while Tend was updated asks for files that are no more. Starting anew brings it up to date; not twice
 * within a minute, so that a file which is really missing says so instead of going round in circles.
 */
function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const before = Number(sessionStorage.getItem('tend.reloaded') ?? 0);
    // Without a connection starting anew would only lose what is there.
    if (Date.now() - before < 60_000 || connection().isOffline || !navigator.onLine) return;
    event.preventDefault();
    sessionStorage.setItem('tend.reloaded', String(Date.now()));
    location.reload();
  });
}
