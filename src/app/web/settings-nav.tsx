import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronStartIcon } from '#kit/web/icons.tsx';
import { SettingsGroups } from './settings-groups.ts';

/** Beside each of the settings: the others, in their groups; where there is no room for them, the way back to the list. */
export function SettingsNav({ path }: { path: string }) {
  const say = useMessages();
  const groups = useContext(SettingsGroups);
  const here = groups.flatMap(({ places }) => places).find((place) => path === place.path || path.startsWith(`${place.path}/`))?.path;
  return (
    <nav aria-label={say('shell.settings')} className="shrink-0 xl:w-44 print:hidden">
      {here === path && (
        <Link
          to="/settings"
          className="mb-1 -ms-1 inline-flex min-h-8 items-center gap-1 text-sm text-ink-soft hover:text-accent xl:hidden"
        >
          <ChevronStartIcon className="size-4" />
          {say('shell.settings')}
        </Link>
      )}
      <div className="sticky top-12 hidden max-h-[calc(100dvh-6rem)] flex-col gap-6 overflow-y-auto xl:flex">
        {groups.map(({ group, places }) => (
          <div key={group}>
            <p id={`settings-${group}`} className="mb-1 ps-3.5 text-sm text-ink-faint">
              {say(`shell.settings.${group}`)}
            </p>
            <ul aria-labelledby={`settings-${group}`}>
              {places.map(({ path: to, nav }) => (
                <li key={to}>
                  <Link
                    to={to}
                    {...(to === here ? { 'aria-current': path === to ? 'page' : 'true' } : {})}
                    className="flex min-h-9 items-center border-s-2 border-transparent py-1.5 ps-3 leading-snug text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
                  >
                    {say(nav.label)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
