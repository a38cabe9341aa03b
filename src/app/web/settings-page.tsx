import { useContext } from 'react';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronEndIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Page } from '#kit/web/page.tsx';
import { SettingsGroups } from './settings-groups.ts';

/** All settings as a list, each with what it is for. */
export function SettingsPage() {
  const say = useMessages();
  const groups = useContext(SettingsGroups);
  return (
    <Page title={say('shell.settings')} width="narrow">
      {groups.map(({ group, places }) => (
        <section key={group} aria-labelledby={`group-${group}`} className="flex flex-col gap-1">
          <h2 id={`group-${group}`} className="text-lg font-semibold">
            {say(`shell.settings.${group}`)}
          </h2>
          <ul className="-mx-3 flex flex-col">
            {places.map(({ path, nav }) => (
              <li key={path}>
                <Link to={path} look="bare" className="flex min-h-14 items-center gap-3 rounded-lg px-3 py-2 hover:bg-wash">
                  <span className="min-w-0 grow">
                    <span className="block font-medium">{say(nav.label)}</span>
                    <span className="block text-sm text-ink-soft">{say(nav.hint)}</span>
                  </span>
                  <ChevronEndIcon className="shrink-0 text-ink-faint" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
