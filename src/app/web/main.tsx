import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { adoptSession, sessionQuery } from '#features/access/web/index.ts';
import { loadComponentWords } from '#kit/web/i18n/component-words.ts';
import { LanguageProvider } from '#kit/web/i18n/language.tsx';
import { localeOf } from '#kit/web/i18n/locale.ts';
import { followSystemTheme, preferences, showLook } from '#kit/web/prefs.ts';
import { makeQueryClient } from '#kit/web/query-client.ts';
import { loadMessages } from './languages.ts';
import { makeRouter } from './router.tsx';

void start();

async function start() {
  const look = preferences();
  showLook(look);
  followSystemTheme();
  const client = makeQueryClient(() => void client.resetQueries({ queryKey: sessionQuery().queryKey }).then(() => router.invalidate()));
  const router = makeRouter(client);
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
