import { Badge } from '#kit/web/badge.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { PairReason } from './duplicates.ts';

/** How likely two are one, in words and as a figure. */
export function Likely({ probability }: { probability: number }) {
  const say = useMessages();
  const formats = useFormats();
  const word = probability >= 0.95 ? 'almost' : probability >= 0.75 ? 'probably' : 'perhaps';
  // Nobody is certain, however many nines there are.
  const shown = Math.min(0.99, probability);
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={word === 'almost' ? 'good' : 'plain'}>{say(`duplicates.likely.${word}`)}</Badge>
      <span className="tabular text-sm text-ink-soft">{formats.percent(shown)}</span>
    </span>
  );
}

/** What speaks for it and what against, the weightiest first, in words. */
export function PairReasons({ reasons }: { reasons: readonly PairReason[] }) {
  const say = useMessages();
  const formats = useFormats();
  const inWords = (some: readonly PairReason[]) => formats.list(some.map(({ field, how }) => say(`duplicates.reason.${field}.${how}`)));
  const speaksFor = reasons.filter(({ bits }) => bits > 0);
  const against = reasons.filter(({ bits }) => bits < 0);
  return (
    <span className="text-sm text-ink-soft">
      {speaksFor.length > 0 && <span className="block first-letter:uppercase">{inWords(speaksFor)}</span>}
      {against.length > 0 && (
        <span className="block">
          {say('duplicates.against')} {inWords(against)}
        </span>
      )}
    </span>
  );
}
