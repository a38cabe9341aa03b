import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery, signOut, switchWorkspace, usePreferencesChange, useSignedIn } from '#features/access/web/index.ts';
import { languages } from '#kit/domain/languages.ts';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { useGo } from '#kit/web/go.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { KeyboardIcon, SettingsIcon, SignOutIcon } from '#kit/web/icons.tsx';
import type { MenuEntry } from '#kit/web/menu-entry.ts';
import { choices, Menu } from '#kit/web/menu.tsx';
import { waitingEntries } from '#kit/web/offline/waiting.ts';
import { preferencesOf } from '#kit/web/prefs.ts';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import { Me, type MeLook } from './me.tsx';

/** The colleague, how they like to read, and the way out. */
export function ColleagueMenu({ look, onHelp }: { look: MeLook; onHelp: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const router = useRouter();
  const go = useGo();
  const { colleague } = useSignedIn();
  const looks = useLookChoices();
  const [isAsking, setAsking] = useState(false);

  async function leave() {
    await signOut(client);
    await router.invalidate();
  }
  const leaveNow = () => void leave().catch((error: unknown) => toast({ text: problemText(say, error), tone: 'bad' }));

  const entries: MenuEntry[] = [
    ...useWorkspaceChoice(),
    ...looks,
    { text: say('shell.settings'), icon: SettingsIcon, run: () => go('/settings') },
    { text: say('shell.keys'), icon: KeyboardIcon, keys: '?', run: onHelp },
    {
      text: say('shell.signOut'),
      icon: SignOutIcon,
      run: () => (waitingEntries().length > 0 ? setAsking(true) : leaveNow()),
    },
  ];
  return (
    <>
      <Menu
        label={say('shell.me')}
        side={look === 'full' ? 'above' : 'below'}
        renderTrigger={(door) => <Me name={colleague.name} look={look} {...door} />}
        entries={entries}
      />
      <Dialog title={say('shell.signOut')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{say('shell.signOut.unsent', { count: waitingEntries().length })}</p>
        <div>
          <Button look="danger" onPress={leaveNow}>
            {say('shell.signOut.anyway')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** For whoever has a place in several. */
function useWorkspaceChoice(): MenuEntry[] {
  const say = useMessages();
  const { workspace } = useSignedIn();
  const { data: session } = useQuery(sessionQuery());
  const all = session?.workspaces ?? [];
  if (all.length < 2) return [];
  return [
    choices({
      title: say('shell.workspace'),
      chosen: workspace.id,
      choices: all.map(({ id, name }) => ({ id, text: name })),
      choose: (id) => void switchWorkspace(id).catch((error: unknown) => toast({ text: problemText(say, error), tone: 'bad' })),
    }),
  ];
}

/** What one changes most: theme, density, language. The rest stands with the preferences. */
function useLookChoices(): MenuEntry[] {
  const say = useMessages();
  const formats = useFormats();
  const send = usePreferencesChange();
  const { preferences } = useSignedIn();
  const change = (wanted: Parameters<typeof send>[0]) =>
    void send(wanted).catch((error: unknown) => toast({ text: problemText(say, error), tone: 'bad' }));
  return [
    choices({
      title: say('shell.theme'),
      chosen: preferences.theme,
      choices: (['system', 'light', 'dark'] as const).map((id) => ({ id, text: say(`shell.theme.${id}`) })),
      choose: (theme) => change({ theme }),
    }),
    choices({
      title: say('shell.density'),
      chosen: preferences.density,
      choices: (['comfortable', 'compact'] as const).map((id) => ({ id, text: say(`shell.density.${id}`) })),
      choose: (density) => change({ density }),
    }),
    choices({
      title: say('shell.language'),
      chosen: preferences.language,
      choices: languages.map((id) => ({ id, text: formats.languageName(id) })),
      choose: (language) => {
        const { calendar, digits } = preferencesOf(language);
        change({ language, calendar, digits });
      },
    }),
  ];
}
