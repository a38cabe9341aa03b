import type { ReactNode } from 'react';
import { Pulse } from '#features/conversations/web/index.ts';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { Entry } from './today.ts';

/** What to have at hand before the conversation begins. */
export function AtHand({ atHand: { lastTouchpoint, lastPurchase, promises } }: Pick<Entry, 'atHand'>) {
  const say = useMessages();
  const formats = useFormats();
  if (!lastTouchpoint && !lastPurchase && promises.length === 0) return null;
  return (
    <dl className="grid max-w-prose gap-x-5 gap-y-2 border-s-2 border-line ps-4 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {promises.length > 0 && (
        <Line label={say('today.at_hand.promised')}>
          {promises.map((promise) => (
            <p key={promise.id}>
              <Message
                id="today.at_hand.promised.one"
                values={{ what: <bdi>{promise.what}</bdi>, due: formats.moment(promise.dueAt), owner: <bdi>{promise.owner.name}</bdi> }}
              />
            </p>
          ))}
        </Line>
      )}
      {lastTouchpoint && (
        <Line label={say('today.at_hand.talked')}>
          <p className="flex flex-wrap gap-x-3">
            {say('today.at_hand.talked.on', {
              on: formats.date(formats.dayOf(lastTouchpoint.at)),
              what: say(`conversations.said.${lastTouchpoint.kind}_${lastTouchpoint.direction}`),
            })}
            {lastTouchpoint.pulse !== null && <Pulse pulse={lastTouchpoint.pulse} />}
          </p>
          {lastTouchpoint.summary !== '' && (
            <p dir="auto" className="line-clamp-3 whitespace-pre-line">
              {lastTouchpoint.summary}
            </p>
          )}
        </Line>
      )}
      {lastPurchase && (
        <Line label={say('today.at_hand.bought')}>
          <p>
            {say('today.at_hand.bought.on', {
              on: formats.date(lastPurchase.on),
              total: formats.money(lastPurchase.totalMinor, lastPurchase.currency),
            })}
            {lastPurchase.products.length > 0 && (
              <>
                {' '}
                <bdi>{lastPurchase.products.join(' · ')}</bdi>
              </>
            )}
          </p>
          {lastPurchase.usualProducts.length > 0 && (
            <p>
              <Message id="today.at_hand.usually" values={{ products: <bdi>{lastPurchase.usualProducts.join(' · ')}</bdi> }} />
            </p>
          )}
        </Line>
      )}
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="max-sm:mb-1">{children}</dd>
    </>
  );
}
