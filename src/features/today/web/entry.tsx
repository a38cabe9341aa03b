import { lazy, Suspense } from 'react';
import { Initials, PersonName } from '#features/people/web/index.ts';
import { IconButton } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon, KeyCustomerIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { AtHand } from './at-hand.tsx';
import type { Doing } from './doing.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryReasons } from './entry-reasons.tsx';
import { Reach } from './reach.tsx';
import type { Entry } from './today.ts';

const Panel = lazy(async () => ({ default: (await import('./panel.tsx')).Panel }));

type Given = {
  entry: Entry;
  currency: string;
  isPast: boolean;
  isOpen: boolean;
  doing: Doing | null;
  onToggle: () => void;
  onDo: (doing: Doing | null) => void;
};

/** One customer of the list: the person first, then why, then what to do and what to have at hand. */
export function EntryView({ entry, currency, isPast, isOpen, doing, onToggle, onDo }: Given) {
  const say = useMessages();
  const { customer } = entry;
  return (
    <article {...(isOpen ? { 'data-open': true } : {})} className={`relative flex gap-4 py-5 ${isOpen ? '' : 'hover:bg-wash/50'}`}>
      <span className="max-sm:hidden">
        <Initials customer={customer} />
      </span>
      <div className="flex min-w-0 grow flex-col gap-3">
        <header className="flex items-start gap-2">
          <div className="min-w-0 grow">
            <h2 className="text-lg font-semibold">
              <Link to={`/customers/${customer.id}`} look="name" className="relative z-10">
                <PersonName customer={customer} />
              </Link>
              {customer.isKey && (
                <>
                  {' '}
                  <KeyCustomerIcon className="inline size-[1.125rem] align-[-0.15em] text-accent" />
                  <span className="sr-only">{say('today.key_customer')}</span>
                </>
              )}
            </h2>
            <p className="text-sm text-ink-soft">
              {say('today.suggested', { action: say(`today.action.${entry.action}`), minutes: entry.minutes })}
              {customer.owner && ` · ${say('today.owner', { name: customer.owner.name })}`}
            </p>
          </div>
          {/* While closed the whole entry opens it. */}
          <span className={isOpen ? '' : "[&_button]:after:absolute [&_button]:after:inset-0 [&_button]:after:content-['']"}>
            <IconButton
              icon={isOpen ? ChevronUpIcon : ChevronDownIcon}
              label={say(isOpen ? 'today.close' : 'today.open', { name: customer.name })}
              aria-expanded={isOpen}
              data-disclosure
              onPress={onToggle}
            />
          </span>
        </header>
        <EntryReasons entry={entry} currency={currency} isOpen={isOpen} />
        {isOpen && (
          <>
            <Reach customer={customer} />
            <AtHand atHand={entry.atHand} />
            {!isPast && <EntryActions entry={entry} doing={doing} onDo={onDo} />}
            {doing !== null && (
              <Suspense fallback={<Skeleton lines={2} />}>
                <Panel entry={entry} doing={doing} onDone={() => onDo(null)} />
              </Suspense>
            )}
          </>
        )}
      </div>
    </article>
  );
}

function ChevronUpIcon(props: Parameters<typeof ChevronDownIcon>[0]) {
  return <ChevronDownIcon {...props} className={`rotate-180 ${props.className ?? ''}`} />;
}
