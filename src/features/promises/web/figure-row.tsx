import type { ReactNode } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { Reliability } from './reliability-figures.ts';

type Figure = Reliability['team'];

/** How surely the true share lies in the interval that is shown. */
const certainty = 0.95;

/** The share kept of one colleague or kind, as a point in the interval in which the true one lies. */
export function FigureRow(given: { name: ReactNode; label: string; figure: Figure; isChosen?: boolean; onPress: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { figure } = given;
  const counted = figure.kept + figure.missed;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-row sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)_auto]">
      <span className="min-w-0 *:max-w-full">
        <Button
          look={given.isChosen === true ? 'plain' : 'quiet'}
          {...(given.isChosen === undefined ? {} : { 'aria-pressed': given.isChosen })}
          aria-label={say('promises.reliability.open', { name: given.label })}
          onPress={given.onPress}
        >
          <span className="truncate">{given.name}</span>
        </Button>
      </span>
      <span className="order-last col-span-2 sm:order-none sm:col-span-1">
        <Interval figure={figure} />
      </span>
      <span className="tabular flex items-baseline justify-end gap-2 text-sm">
        <span>{figure.share === null ? '–' : formats.percent(figure.share)}</span>
        <span className="text-ink-soft">{say('promises.reliability.of', { kept: figure.kept, counted })}</span>
      </span>
    </div>
  );
}

/** The figure of those who are looked at together, large, with what it rests on. */
export function TeamFigure(given: { figure: Figure; workspace: Figure | undefined; onShow: (names: 'kept' | 'missed' | 'all') => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { figure } = given;
  const { share, kept, missed, low, high } = figure;
  const whole = given.workspace?.share ?? null;
  return (
    <section className="flex flex-col gap-3" aria-label={say('promises.reliability.share')}>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-4xl font-semibold tracking-tight">{share === null ? '–' : formats.percent(share)}</span>
        <span className="text-ink-soft">{say('promises.reliability.share')}</span>
      </p>
      <Interval figure={figure} />
      {share !== null && (
        <p className="text-sm text-ink-soft">
          {say('promises.reliability.interval', {
            low: formats.percent(low),
            high: formats.percent(high),
            certainty: formats.percent(certainty),
          })}
          {whole !== null && ` ${say('promises.reliability.workspace', { share: formats.percent(whole) })}`}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => given.onShow('kept')}>{say('promises.reliability.kept', { count: kept })}</Button>
        <Button onPress={() => given.onShow('missed')}>{say('promises.reliability.missed', { count: missed })}</Button>
      </div>
    </section>
  );
}

function Interval({ figure: { share, low, high } }: { figure: Figure }) {
  return (
    <span className="relative block h-3 w-full rounded-full bg-wash ring-1 ring-line ring-inset" aria-hidden="true">
      {share !== null && (
        <>
          <span
            className="absolute inset-y-0 rounded-full bg-accent/30"
            style={{ insetInlineStart: `${low * 100}%`, inlineSize: `${(high - low) * 100}%` }}
          />
          <span
            className="absolute inset-y-0 w-2 rounded-full bg-accent"
            style={{ insetInlineStart: `calc(${share * 100}% - ${share * 0.5}rem)` }}
          />
        </>
      )}
    </span>
  );
}
