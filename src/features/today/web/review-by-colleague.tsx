import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { duration } from './duration.ts';
import type { Review } from './review.ts';

const FIGURES = ['talks', 'pulses', 'kept', 'kept_late', 'broken', 'open', 'notReached'] as const;

/** The day of everybody side by side; each name opens their day. */
export function ReviewByColleague({ review }: { review: Review }) {
  const say = useMessages();
  const formats = useFormats();
  const asOf = review.isPast ? review.day : undefined;
  return (
    <Section title={say('today.review.by_colleague')}>
      <ul className="tabular flex flex-col divide-y divide-line border-y border-line">
        {review.colleagues.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-row">
            <span className="min-w-40 flex-1">
              <Link to="/today/review" search={{ for: one.id, asOf }} look="name">
                <bdi>{one.name}</bdi>
              </Link>
              {one.minutes > 0 && <span className="block text-sm text-ink-soft">{duration(one.minutes, say)}</span>}
            </span>
            <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
              {FIGURES.filter((figure) => one[figure] > 0).map((figure) => (
                <div key={figure} className="flex gap-1.5">
                  <dt className="text-ink-soft">{say(`today.review.figure.${figure}`)}</dt>
                  <dd className="font-medium">{formats.number(one[figure])}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}
