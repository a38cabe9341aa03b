import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { useReasonSentence } from './reason-sentence.ts';
import type { Entry, EntryReason } from './today.ts';

/** Whom an entry stands between. */
export type Neighbours = { readonly before: Entry | undefined; readonly after: Entry | undefined };

/** Why somebody stands where they do: what is at stake, what each reason makes of it, how that adds up, and whom it comes between. */
export function Reckoning({ entry, currency, neighbours: { before, after } }: { entry: Entry; currency: string; neighbours: Neighbours }) {
  const say = useMessages();
  const formats = useFormats();
  const money = (minor: number) => formats.money(minor, currency);
  const neighbour = ({ customer, costMinor }: Entry) => ({ name: customer.name, cost: money(costMinor) });
  return (
    <div className="tabular flex flex-col gap-3 rounded-lg bg-wash p-4 text-sm text-ink-soft">
      <p>{say(`today.why.because.${entry.because ?? 'waits'}`)}</p>
      <Stake entry={entry} money={money} />
      <ol className="flex flex-col gap-3">
        {entry.reasons.map((reason) => (
          <li key={`${reason.kind} ${reason.occasion}`}>
            <CostOfReason reason={reason} stake={entry.stake.minor} money={money} />
          </li>
        ))}
      </ol>
      <p>
        {say('today.why.sum', { count: entry.reasons.length, sum: money(entry.sumMinor), told: money(entry.costMinor) })}{' '}
        {say('today.why.minutes', { ...entry.minutesOf, total: entry.minutes })}
      </p>
      {(before ?? after) && (
        <p>
          {before && say('today.why.after', neighbour(before))} {after && say('today.why.before', neighbour(after))}
        </p>
      )}
    </div>
  );
}

function Stake({ entry: { stake }, money }: { entry: Entry; money: (minor: number) => string }) {
  const say = useMessages();
  const formats = useFormats();
  const told = { stake: money(stake.minor) };
  if (!stake.year) return <p>{say(`today.why.stake.${stake.by}`, told)}</p>;
  const { visits, spendMinor, marginShare } = stake.year;
  const parts = {
    visits: formats.number(visits, { maximumFractionDigits: 2 }),
    spend: money(spendMinor),
    margin: formats.percent(marginShare, 2),
  };
  return <p>{say('today.why.stake.worth', { ...told, ...parts })}</p>;
}

/** One reason as one would reckon it on paper. */
function CostOfReason({ reason, stake, money }: { reason: EntryReason; stake: number; money: (minor: number) => string }) {
  const say = useMessages();
  const formats = useFormats();
  const sentence = useReasonSentence();
  return (
    <>
      <p className="text-ink">{sentence(reason)}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        <Line figure={money(stake)} words={say('today.why.at_stake')} />
        {reason.factors.map(({ name, as, value, figures }) => (
          <Line
            key={name}
            figure={`× ${as === 'share' ? formats.percent(value, 2) : formats.number(value, { maximumFractionDigits: 2 })}`}
            words={say(`factor.${name}`, figures)}
          />
        ))}
        <Line figure={`= ${money(reason.costMinor)}`} words={say('today.why.a_week')} isResult />
      </dl>
    </>
  );
}

function Line({ figure, words, isResult = false }: { figure: string; words: string; isResult?: boolean }) {
  return (
    <>
      <dt className={`text-end whitespace-nowrap ${isResult ? 'border-t border-line-strong/50 font-medium text-ink' : ''}`}>{figure}</dt>
      <dd className={isResult ? 'border-t border-line-strong/50' : ''}>{words}</dd>
    </>
  );
}
