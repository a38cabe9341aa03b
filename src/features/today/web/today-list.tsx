import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Doing, Planning } from './doing.ts';
import { EntryView } from './entry.tsx';
import { useListKeys } from './list-keys.ts';
import type { PlanWays } from './plan.ts';
import { ThumbBar } from './thumb-bar.tsx';
import type { Entry } from './today.ts';

type Given = {
  /** The plan of the day, and those who can wait as far as they are shown. */
  planned: readonly Entry[];
  waiting: readonly Entry[];
  currency: string;
  isPast: boolean;
  /** What can be said about the order of one's own day; of others nothing. */
  ways: PlanWays | undefined;
  /** What stands between the plan and those who can wait. */
  children: ReactNode;
};

/** Who is open: a customer, and their place in the list, for whoever comes after them. */
type Chosen = { readonly customer: string | null; readonly at: number };

/** The list: one customer is open with everything at hand, the others show why they are on it. Those who can wait are its second part. */
export function TodayList({ planned, waiting, currency, isPast, ways, children }: Given) {
  const entries = [...planned, ...waiting];
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [isReckoned, setReckoned] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const openAt = placeOf(entries, chosen);
  const shown = entries[openAt];
  const openId = shown?.customer.id;
  const isHandedOn = typeof chosen?.customer === 'string' && openId !== chosen.customer;

  // Whoever was just dealt with has left the list, and the focus with them; a dialog that closes would give it back to nobody a little later.
  useEffect(() => {
    if (!isHandedOn) return;
    const follow = () => {
      if (document.activeElement === document.body) focusOpen(list.current);
    };
    follow();
    const later = [50, 350].map((wait) => setTimeout(follow, wait));
    return () => later.forEach(clearTimeout);
  }, [isHandedOn]);

  function open(at: number, next: Doing | null = null) {
    setChosen({ customer: entries[at]?.customer.id ?? null, at });
    setDoing(next);
    if (at !== openAt) setReckoned(false);
  }

  // What was done in place is closed and takes the focus along, unless the customer has left the list.
  function keepFocus() {
    setTimeout(() => {
      if (document.activeElement === document.body) focusOpen(list.current);
    }, 50);
  }

  function step(by: number) {
    open(Math.min(entries.length - 1, Math.max(0, openAt + by)));
    requestAnimationFrame(() => focusOpen(list.current));
  }

  const isPlanned = (at: number) => at < planned.length;
  const planning = (at: number): readonly Planning[] => {
    const entry = entries[at];
    if (!ways || isPast || !entry) return [];
    if (!isPlanned(at)) return ['first', 'take_in'];
    return [
      ...(at > 0 ? (['first', 'earlier'] as const) : []),
      ...(at < planned.length - 1 ? (['later'] as const) : []),
      ...(entry.reasons.some(({ kind }) => kind === 'promises.due') ? [] : (['leave_out'] as const)),
    ];
  };

  function plan(at: number, what: Planning) {
    const entry = entries[at];
    if (!ways || !entry) return;
    // Whoever is left out makes room for the next; whoever is moved stays open.
    setChosen({ customer: entry.customer.id, at });
    setDoing(null);
    if (what === 'leave_out') {
      const next = planned[at + 1] ?? planned[at - 1];
      setChosen({ customer: next?.customer.id ?? null, at });
      void ways.leaveOut(entry).then(() => setTimeout(() => focusOpen(list.current), 50));
      return;
    }
    const to = { first: 0, earlier: at - 1, later: at + 1, take_in: planned.length }[what];
    void ways.put(entry, to).then(() => setTimeout(() => focusOpen(list.current), 50));
  }

  const keyAt = Math.max(0, openAt);
  useListKeys({
    entry: entries[keyAt],
    isPast,
    planning: planning(keyAt),
    step,
    act: (next) => open(keyAt, next),
    reckon: () => {
      open(keyAt, doing);
      setReckoned(!isReckoned);
    },
    plan: (what) => plan(keyAt, what),
  });

  const viewOf = (entry: Entry, at: number) => (
    <li key={entry.customer.id} className="border-t border-line first:border-t-0">
      <EntryView
        entry={entry}
        currency={currency}
        isPast={isPast}
        isOpen={at === openAt}
        doing={at === openAt && !isHandedOn ? doing : null}
        onToggle={() => open(at === openAt ? -1 : at)}
        onDo={(next) => {
          open(at, next);
          if (next === null) keepFocus();
        }}
        planning={at === openAt ? planning(at) : []}
        onPlan={(what) => plan(at, what)}
        isReckoned={at === openAt && isReckoned}
        onReckon={() => setReckoned(!isReckoned)}
        neighbours={{ before: entries[at - 1], after: entries[at + 1] }}
      />
    </li>
  );
  return (
    <div ref={list} className="flex flex-col gap-section">
      {planned.length > 0 && <ol className="flex flex-col">{planned.map(viewOf)}</ol>}
      {children}
      {shown && !isPast && doing === null && (
        <ThumbBar entry={shown} onDo={(next) => open(openAt, next)} onNext={openAt < entries.length - 1 ? () => step(1) : undefined} />
      )}
      {waiting.length > 0 && <ol className="flex flex-col">{waiting.map((entry, at) => viewOf(entry, planned.length + at))}</ol>}
    </div>
  );
}

/** Where the open customer stands: whoever was chosen, or who stands in their place once they are dealt with; -1 for nobody. */
function placeOf(entries: readonly Entry[], chosen: Chosen | null): number {
  if (chosen === null) return 0;
  if (chosen.customer === null) return -1;
  const at = entries.findIndex((entry) => entry.customer.id === chosen.customer);
  return at >= 0 ? at : Math.min(chosen.at, entries.length - 1);
}

function focusOpen(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[data-open] [data-disclosure]')?.focus();
}
