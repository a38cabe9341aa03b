import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { useRight } from '#kit/web/right.ts';

const TABS = [
  { id: 'list', to: '/today' },
  { id: 'review', to: '/today/review' },
  { id: 'team', to: '/today/team' },
] as const;

/** The morning, the evening, and for whoever leads how the load lies. */
export function TodayTabs({ current }: { current: (typeof TABS)[number]['id'] }) {
  const say = useMessages();
  const { may } = useRight('seeTeam');
  return (
    <nav
      aria-label={say('today.tabs')}
      className="-mb-2 flex gap-6 overflow-x-auto border-b border-line [scrollbar-width:none] print:hidden"
    >
      {TABS.filter(({ id }) => id !== 'team' || may).map(({ id, to }) => (
        <Link
          key={id}
          to={to}
          look="bare"
          className={`-mb-px flex min-h-field shrink-0 items-center border-b-2 ${id === current ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-soft hover:text-ink'}`}
        >
          {say(`today.tab.${id}`)}
        </Link>
      ))}
    </nav>
  );
}
