import { Link } from '@tanstack/react-router';
import { useSignedIn } from '#features/access/web/index.ts';
import { Bell } from '#features/reminders/web/index.ts';
import type { FeaturePage, Nav } from '#kit/web/feature-page.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Mark, SearchIcon, SettingsIcon } from '#kit/web/icons.tsx';
import { Button, IconButton } from '#kit/web/button.tsx';
import { Keys } from '#kit/web/keys.tsx';
import { ColleagueMenu } from './colleague-menu.tsx';
import { mayGo } from './may-go.ts';
import { pages } from './pages.ts';

type Place = { readonly path: string; readonly nav: Nav };
type Doors = { workspace: string; onSearch: () => void; onHelp: () => void };

/** The settings of everything share one entry; which of them, their own list says. */
const SETTINGS: Place = { path: '/settings', nav: { label: 'shell.settings', icon: SettingsIcon, place: 'main', order: 90 } };

function usePlaces(): readonly Place[] {
  const { colleague } = useSignedIn();
  const found = pages.flatMap(({ path, nav, audience }: FeaturePage): Place[] =>
    nav?.place === 'main' && mayGo(colleague.rights, audience) ? [{ path, nav }] : [],
  );
  return [...found, SETTINGS].toSorted((one, other) => one.nav.order - other.nav.order);
}

/** The index of the notebook: the open section lies on the same paper as the page. */
export function SideNav({ workspace, onSearch, onHelp }: Doors) {
  const say = useMessages();
  const places = usePlaces();
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col gap-6 bg-cover py-6 ps-5 md:flex print:hidden">
      <span className="flex items-center gap-2.5 pe-4 font-semibold tracking-tight">
        <Mark />
        <bdi className="min-w-0 grow truncate">{workspace}</bdi>
        <span className="-my-2 -me-2 font-normal">
          <Bell look="popover" />
        </span>
      </span>
      <div className="pe-4">
        <Button look="plain" onPress={onSearch}>
          <span className="flex w-40 items-center gap-2 font-normal text-ink-faint">
            <SearchIcon className="-ms-1 size-4" />
            <span className="grow text-start">{say('shell.search')}</span>
            <Keys keys="Ctrl K" />
          </span>
        </Button>
      </div>
      <nav aria-label={say('shell.navigation')} className="flex grow flex-col gap-0.5">
        {places.map(({ path, nav }) => (
          <Link
            key={path}
            to={path}
            className="flex min-h-10 items-center gap-3 rounded-s-xl px-3 text-ink-soft hover:text-ink aria-[current=page]:bg-paper aria-[current=page]:font-medium aria-[current=page]:text-ink [&[aria-current=page]>svg]:text-accent"
          >
            <nav.icon />
            {say(nav.label)}
          </Link>
        ))}
      </nav>
      <div className="pe-4">
        <ColleagueMenu look="full" onHelp={onHelp} />
      </div>
    </aside>
  );
}

/** On phones: where we are, and the two things that are needed everywhere. */
export function TopBar({ workspace, onSearch, onHelp }: Doors) {
  const say = useMessages();
  return (
    <header className="flex h-14 items-center gap-2 bg-cover px-4 md:hidden print:hidden">
      <Mark />
      <bdi className="min-w-0 grow truncate font-semibold tracking-tight">{workspace}</bdi>
      <IconButton icon={SearchIcon} label={say('shell.search')} onPress={onSearch} />
      <Bell look="link" />
      <ColleagueMenu look="small" onHelp={onHelp} />
    </header>
  );
}

/** On phones: under the thumb. */
export function BottomBar() {
  const say = useMessages();
  const places = usePlaces();
  return (
    <nav
      aria-label={say('shell.navigation')}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-cover pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {places.slice(0, 5).map(({ path, nav }) => (
        <Link
          key={path}
          to={path}
          className="flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-ink-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
        >
          <nav.icon />
          <span className="max-w-full truncate text-[0.6875rem] leading-4 tracking-tight rtl:tracking-normal">{say(nav.label)}</span>
        </Link>
      ))}
    </nav>
  );
}
