import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { signOut, usePreferencesChange, useSignedIn } from '#features/access/web/index.ts';
import { languages } from '#kit/domain/languages.ts';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { KeyboardIcon, SettingsIcon, SignOutIcon } from '#kit/web/icons.tsx';
import { Menu, MenuChoice, MenuItem } from '#kit/web/menu.tsx';
import { preferencesOf } from '#kit/web/prefs.ts';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';

/** The colleague, how they like to read, and the way out. */
export function ColleagueMenu({ look, onHelp }: { look: 'full' | 'small'; onHelp: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const router = useRouter();
  const { colleague, preferences } = useSignedIn();
  const send = usePreferencesChange();
  const failed = (error: unknown) => toast({ text: problemText(say, error), tone: 'bad' });
  const change = (wanted: Parameters<typeof send>[0]) => void send(wanted).catch(failed);

  async function leave() {
    await signOut(client);
    await router.invalidate();
  }

  return (
    <Menu
      label={say('shell.me')}
      placement={look === 'full' ? 'top start' : 'bottom end'}
      trigger={<Me name={colleague.name} look={look} />}
    >
      <MenuChoice
        title={say('shell.theme')}
        value={preferences.theme}
        choices={(['system', 'light', 'dark'] as const).map((id) => ({ id, text: say(`shell.theme.${id}`) }))}
        onChange={(theme) => change({ theme })}
      />
      <MenuChoice
        title={say('shell.density')}
        value={preferences.density}
        choices={(['comfortable', 'compact'] as const).map((id) => ({ id, text: say(`shell.density.${id}`) }))}
        onChange={(density) => change({ density })}
      />
      <MenuChoice
        title={say('shell.language')}
        value={preferences.language}
        choices={languages.map((id) => ({ id, text: formats.languageName(id) }))}
        onChange={(language) => {
          const { calendar, digits } = preferencesOf(language);
          change({ language, calendar, digits });
        }}
      />
      <hr className="my-1 border-line" />
      <MenuItem icon={SettingsIcon} onAction={() => void router.navigate({ to: '/settings' })}>
        {say('shell.preferences')}
      </MenuItem>
      <MenuItem icon={KeyboardIcon} keys="?" onAction={onHelp}>
        {say('shell.keys')}
      </MenuItem>
      <MenuItem icon={SignOutIcon} onAction={() => void leave().catch(failed)}>
        {say('shell.signOut')}
      </MenuItem>
    </Menu>
  );
}

function Me({ name, look }: { name: string; look: 'full' | 'small' }) {
  const say = useMessages();
  return (
    <Button look="quiet" {...(look === 'small' ? { 'aria-label': say('shell.me') } : {})}>
      <span className={`flex items-center gap-2.5 ${look === 'full' ? '-ms-2' : '-mx-3'}`}>
        <span className="flex size-8 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong">
          {initials(name)}
        </span>
        {look === 'full' && <bdi className="max-w-32 truncate">{name}</bdi>}
      </span>
    </Button>
  );
}

function initials(name: string): string {
  const letters = name.split(/\s+/).map((part) => Array.from(part)[0] ?? '');
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase();
}
