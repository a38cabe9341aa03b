import { useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { PersonName } from '#features/people/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CloseIcon, SnoozeIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import { duration } from './duration.ts';
import { usePlan } from './plan.ts';
import type { Review } from './review.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { openToAnswer, type Entry } from './today.ts';

type Doing = { readonly entry: Entry; readonly what: 'snooze' | 'decline' };

/** Who was planned and not reached: carried over, put off, or let go with a reason. */
export function NotReached({ review }: { review: Review }) {
  const say = useMessages();
  const { colleague: me } = useSignedIn();
  const { carryOver } = usePlan(undefined, []);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { notReached } = review;
  const isMine = !review.isPast && review.colleague?.id === me.id;
  const close = () => setDoing(null);
  return (
    <Section
      title={say('today.review.not_reached', { count: notReached.length })}
      actions={
        isMine &&
        notReached.length > 1 && (
          <Button needs="workWithCustomers" onPress={() => void carryOver(notReached.slice(0, 50))}>
            {say('today.carry_all')}
          </Button>
        )
      }
    >
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {notReached.map((entry) => (
          <li key={entry.customer.id}>
            <Row
              entry={entry}
              currency={review.currency}
              isMine={isMine}
              onCarry={() => void carryOver([entry])}
              onDo={(what) => setDoing({ entry, what })}
            />
          </li>
        ))}
      </ul>
      {doing?.what === 'snooze' && <SnoozeDialog entry={doing.entry} onClose={close} />}
      {doing?.what === 'decline' && <DeclineDialog entry={doing.entry} onClose={close} />}
    </Section>
  );
}

type RowGiven = { entry: Entry; currency: string; isMine: boolean; onCarry: () => void; onDo: (what: Doing['what']) => void };

function Row({ entry, currency, isMine, onCarry, onDo }: RowGiven) {
  const say = useMessages();
  const formats = useFormats();
  const { customer, minutes, costMinor } = entry;
  const canAnswer = openToAnswer(entry).length > 0;
  const of = (text: string) => `${say(text)}: ${customer.name}`;
  return (
    <article className="flex flex-wrap items-center gap-x-4 gap-y-1 py-row">
      <div className="min-w-52 flex-1">
        <Link to={`/customers/${customer.id}`} look="name">
          <PersonName customer={customer} />
        </Link>
        <p className="tabular text-sm text-ink-soft">
          {duration(minutes, say)} · {say('today.cost', { cost: formats.money(costMinor, currency) })}
        </p>
      </div>
      {isMine && (
        <div className="flex flex-wrap items-center gap-1">
          <Button needs="workWithCustomers" aria-label={of('today.carry')} onPress={onCarry}>
            {say('today.carry')}
          </Button>
          {canAnswer && (
            <>
              <Button
                needs="workWithCustomers"
                look="quiet"
                icon={SnoozeIcon}
                aria-label={of('today.snooze')}
                onPress={() => onDo('snooze')}
              >
                {say('today.snooze')}
              </Button>
              <Button
                needs="workWithCustomers"
                look="quiet"
                icon={CloseIcon}
                aria-label={of('today.let_go')}
                onPress={() => onDo('decline')}
              >
                {say('today.let_go')}
              </Button>
            </>
          )}
        </div>
      )}
    </article>
  );
}
