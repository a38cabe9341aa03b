import { lazy, Suspense } from 'react';
import { Initials, PersonName } from '#features/people/web/index.ts';
import { Button, IconButton } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon, ChartIcon, KeyCustomerIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { WaitingHere } from '#kit/web/offline/waiting-here.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { AtHand } from './at-hand.tsx';
import type { Doing, Planning } from './doing.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryReasons } from './entry-reasons.tsx';
import { Reach } from './reach.tsx';
import type { Neighbours } from './reckoning.tsx';
import type { Entry } from './today.ts';

const Reckoning = lazy(async () => ({ default: (await import('./reckoning.tsx')).Reckoning }));
const ConsentNote = lazy(async () => ({ default: (await import('#features/consent/web/index.ts')).ConsentNote }));
const Panel = lazy(async () => ({ default: (await import('./panel.tsx')).Panel }));

type Given = {
  entry: Entry;
  currency: string;
  isPast: boolean;
  isOpen: boolean;
  doing: Doing | null;
  onToggle: () => void;
  onDo: (doing: Doing | null) => void;
  planning: readonly Planning[];
  onPlan: (planning: Planning) => void;
  /** Whether the reckoning of their place is shown, and whom they stand between. */
  isReckoned: boolean;
  onReckon: () => void;
  neighbours: Neighbours;
};

/** One customer of the list: the person first, then why, then what to do and what to have at hand. */
export function EntryView(given: Given) {
  const { entry, currency, isPast, isOpen, doing, onToggle, onDo, planning, onPlan, isReckoned, onReckon, neighbours } = given;
  const say = useMessages();
  const formats = useFormats();
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
              {entry.because === null &&
                ` · ${say('today.cost', { cost: formats.money(entry.costMinor, currency, whole(entry.costMinor)) })}`}
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
        <EntryReasons entry={entry} />
        <WaitingHere customer={customer.id} withPromises />
        {isOpen && (
          <>
            <div className="-my-1">
              <Button look="quiet" icon={ChartIcon} aria-expanded={isReckoned} onPress={onReckon}>
                {say('today.why')}
              </Button>
            </div>
            {isReckoned && (
              <Suspense fallback={<Skeleton lines={4} />}>
                <Reckoning entry={entry} currency={currency} neighbours={neighbours} />
              </Suspense>
            )}
            <Reach customer={customer} />
            <Suspense>{!isPast && <ConsentNote customer={customer.id} />}</Suspense>
            <AtHand atHand={entry.atHand} />
            {!isPast && <EntryActions entry={entry} doing={doing} onDo={onDo} planning={planning} onPlan={onPlan} />}
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

/** Cents only distract from an estimate, except of small amounts. */
function whole(minor: number): { whole?: boolean } {
  return minor >= 1000 ? { whole: true } : {};
}

function ChevronUpIcon(props: Parameters<typeof ChevronDownIcon>[0]) {
  return <ChevronDownIcon {...props} className={`rotate-180 ${props.className ?? ''}`} />;
}
