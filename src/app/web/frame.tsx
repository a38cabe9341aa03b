import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useReaderRights, useSignedIn } from '#features/access/web/index.ts';
import { QuickEntryDoor } from '#features/quick-entry/web/index.ts';
import { AboveContext } from '#kit/web/above.ts';
import { useCommandKeys } from '#kit/web/commands.ts';
import { ErrorBoundary } from '#kit/web/error-boundary.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { RightsContext } from '#kit/web/right.ts';
import { LiveRegion } from '#kit/web/live-region.tsx';
import { Toasts } from '#kit/web/toast.tsx';
import { BottomBar, SideNav, TopBar } from './navigation.tsx';
import { finders } from './pages.ts';
import { useFrameCommands } from './frame-commands.ts';
import { useLiveUpdates } from './live-updates.ts';
import { OfflineNotice } from './offline-notice.tsx';
import { useOffline } from './offline.ts';
import { SettingsGroups } from './settings-groups.ts';
import { isAmongSettings, useSettingsGroups } from './settings-places.ts';

const loadCommandMenu = () => import('#kit/web/command-menu.tsx');
const CommandMenu = lazy(async () => ({ default: (await loadCommandMenu()).CommandMenu }));
const SettingsNav = lazy(async () => ({ default: (await import('./settings-nav.tsx')).SettingsNav }));
const KeyboardHelp = lazy(async () => ({ default: (await import('#kit/web/keyboard-help.tsx')).KeyboardHelp }));

/** What stands around every page of a workspace. */
export function Frame() {
  const say = useMessages();
  const { workspace } = useSignedIn();
  const rights = useReaderRights();
  const [isOver, setOver] = useState<'menu' | 'help' | null>(null);
  const open = useMemo(() => ({ menu: () => setOver('menu'), help: () => setOver('help'), near: () => void loadCommandMenu() }), []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const settings = useSettingsGroups();
  const isSettings = isAmongSettings(path);
  const [above, setAbove] = useState<{ path: string; shown: ReactNode }>();
  const putAbove = useMemo(() => (shown: ReactNode) => setAbove({ path, shown }), [path]);
  useCommandKeys(open, isOver !== null);
  useFrameCommands(open.help);
  useLiveUpdates();
  useOffline();

  return (
    <RightsContext value={rights}>
      <div className="md:grid md:min-h-dvh md:grid-cols-[15rem_minmax(0,1fr)]">
        <a
          href="#page"
          className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-accent focus:px-4 focus:py-2 focus:text-on-accent"
        >
          {say('shell.skip')}
        </a>
        <SideNav workspace={workspace.name} onSearch={open.menu} onHelp={open.help} />
        <TopBar workspace={workspace.name} onSearch={open.menu} onHelp={open.help} />
        <main id="page" tabIndex={-1} className="px-4 pt-6 pb-36 outline-none sm:px-8 md:px-12 md:pt-12 md:pb-20">
          <OfflineNotice path={path} />
          <SettingsGroups value={settings}>
            <div className={isSettings ? 'mx-auto max-w-2xl xl:grid xl:max-w-4xl xl:grid-cols-[11rem_minmax(0,42rem)] xl:gap-12' : ''}>
              {isSettings && (
                <Suspense fallback={<div className="h-9" />}>
                  <SettingsNav path={path} />
                </Suspense>
              )}
              <AboveContext value={putAbove}>
                <ErrorBoundary key={path}>
                  <Outlet />
                  {above?.path === path && above.shown}
                </ErrorBoundary>
              </AboveContext>
            </div>
          </SettingsGroups>
        </main>
        <BottomBar />
        <QuickEntryDoor customer={/^\/customers\/([0-9a-f-]{36})/.exec(path)?.[1]} />
        <Suspense>
          {isOver === 'menu' && <CommandMenu isOpen onClose={() => setOver(null)} finders={finders} />}
          {isOver === 'help' && <KeyboardHelp isOpen onClose={() => setOver(null)} />}
        </Suspense>
        <Toasts />
        <LiveRegion />
      </div>
    </RightsContext>
  );
}
