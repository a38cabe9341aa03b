import {
  CartIcon,
  ChartIcon,
  ClockIcon,
  GiftIcon,
  InfoIcon,
  KeyCustomerIcon,
  PromiseIcon,
  SproutIcon,
  type Icon,
} from '#kit/web/icons.tsx';
import { Reason } from '#kit/web/reason.tsx';
import { isOurWord } from '../domain/index.ts';
import { useReasonSentence } from './reason-sentence.ts';
import type { Entry, EntryReason } from './today.ts';

/** Why, in sentences with figures and dates; what that costs is told by the reckoning. */
export function EntryReasons({ entry }: { entry: Entry }) {
  const sentence = useReasonSentence();
  return (
    <ul className="flex max-w-prose flex-col gap-1.5">
      {entry.reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.occasion}`}>
          <Reason icon={iconOf(reason.kind)} tone={toneOf(reason)}>
            {sentence(reason)}
          </Reason>
        </li>
      ))}
    </ul>
  );
}

const ICONS: Readonly<Record<string, Icon>> = {
  'purchases.silent': ClockIcon,
  'purchases.first_purchase': SproutIcon,
  'purchases.due_again': CartIcon,
  'purchases.anniversary': GiftIcon,
  'conversations.key_customer_unheard': KeyCustomerIcon,
  'people.key_review_due': KeyCustomerIcon,
  'cadence.due': ClockIcon,
  'cadence.floor': ClockIcon,
  'promises.due': PromiseIcon,
  'promises.handed_to_you': PromiseIcon,
  'promises.hand_over_unanswered': PromiseIcon,
};

/** A reason that brings no picture of its own shows the one of figures, or of plain news. */
function iconOf(kind: string): Icon {
  return ICONS[kind] ?? (kind.startsWith('purchases.') ? ChartIcon : InfoIcon);
}

function toneOf(reason: EntryReason): 'plain' | 'amber' | 'red' {
  if (!isOurWord(reason)) return 'plain';
  return Number(reason.evidence['daysLate'] ?? 0) > 0 ? 'red' : 'amber';
}
