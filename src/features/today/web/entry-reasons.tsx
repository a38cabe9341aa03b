import { useSignedIn } from '#features/access/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
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
import { isOurWord, sentenceValues } from '../domain/index.ts';
import type { Entry, EntryReason } from './today.ts';

/** Why, in sentences with figures and dates; in an open entry with what waiting is likely to cost. */
export function EntryReasons({ entry, currency, isOpen }: { entry: Entry; currency: string; isOpen: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  const sentence = useReasonSentence();
  return (
    <ul className="flex max-w-prose flex-col gap-1.5">
      {entry.reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.occasion}`}>
          <Reason
            icon={iconOf(reason.kind)}
            tone={toneOf(reason)}
            {...(isOpen && reason.costMinor > 0
              ? { evidence: say('today.cost', { cost: formats.money(reason.costMinor, currency, { whole: reason.costMinor >= 1000 }) }) }
              : {})}
          >
            {sentence(reason)}
          </Reason>
        </li>
      ))}
    </ul>
  );
}

/** A reason as its own feature says it. */
export function useReasonSentence(): (reason: EntryReason) => string {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const money = (minor: number) => formats.money(minor, workspace.currency);
  const words = { day: formats.date, moment: formats.moment, money, text: isolated };
  return (reason) => say(`reason.${reason.kind}`, sentenceValues(reason.evidence, words));
}

/** A name in another script keeps its direction to itself (first strong isolate, pop directional isolate). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
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
