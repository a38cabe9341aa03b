import { useMemo } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { useCommands, type Command } from '#kit/web/commands.ts';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { KeyboardIcon } from '#kit/web/icons.tsx';
import { mayGo } from './may-go.ts';
import { pages } from './pages.ts';

/** Every place of the navigation as a command, with its keys. */
export function useFrameCommands(openHelp: () => void): void {
  const say = useMessages();
  const go = useGo();
  const { colleague } = useSignedIn();
  const commands = useMemo(() => {
    const places = pages.flatMap(({ nav, path, audience }): Command[] =>
      nav === undefined || !mayGo(colleague.rights, audience)
        ? []
        : [
            {
              id: `go ${path}`,
              group: 'go',
              label: say(nav.label),
              icon: nav.icon,
              ...(nav.keys === undefined ? {} : { keys: nav.keys }),
              run: () => go(path),
            },
          ],
    );
    const help: Command = { id: 'keys', group: 'go', label: say('shell.keys'), icon: KeyboardIcon, run: openHelp };
    return [...places, help];
  }, [say, go, colleague.rights, openHelp]);
  useCommands('frame', commands);
}
