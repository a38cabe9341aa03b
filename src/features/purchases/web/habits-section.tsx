import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Badge } from '#kit/web/badge.tsx';
import { RhythmChart } from '#kit/web/charts/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { Stat, Stats } from '#kit/web/stat.tsx';
import type { purchasesApi } from '../api.ts';
import { useHabitWords, type Habits } from './habit-words.ts';

const api = apiOf<typeof purchasesApi>();

type Given = { customer: string; asOf?: string | undefined };

/** What a customer's purchases say: their rhythm with the next purchase expected, what they are worth, and whether they are leaving, with reasons. */
export function HabitsSection({ customer, asOf }: Given) {
  const say = useMessages();
  const habits = useQuery(api.query('get', '/api/customers/{customer}/habits', { params: { customer }, query: asOf ? { asOf } : {} }));
  return (
    <Section title={say('purchases.habits.title')}>
      {habits.isError && <ProblemNotice error={habits.error} onRetry={() => void habits.refetch()} />}
      {habits.isPending && <Skeleton lines={4} />}
      {habits.data &&
        (habits.data.visits.length === 0 ? (
          <p className="text-ink-soft">{say('purchases.habits.none')}</p>
        ) : (
          <HabitsOf habits={habits.data} asOf={asOf} />
        ))}
    </Section>
  );
}

function HabitsOf({ habits, asOf }: { habits: Habits; asOf: string | undefined }) {
  const say = useMessages();
  const words = useHabitWords();
  return (
    <div className="flex flex-col gap-6">
      <Rhythm habits={habits} asOf={asOf} />
      <div className="flex max-w-prose flex-col gap-1">
        <p>{words.rhythm(habits)}</p>
        {habits.season && <p>{words.season(habits)}</p>}
      </div>
      <Value habits={habits} />
      {habits.risk.band !== 'calm' && (
        <div className="flex flex-col gap-2">
          <div>
            <Badge tone={habits.risk.band === 'watch' ? 'amber' : 'red'}>{say(`purchases.risk.${habits.risk.band}`)}</Badge>
          </div>
          <ul className="flex max-w-prose list-disc flex-col gap-1 ps-5">
            {habits.risk.reasons.map((reason) => (
              <li key={reason.kind}>{words.risk(reason)}</li>
            ))}
          </ul>
        </div>
      )}
      {habits.favourites.length > 0 && <p className="max-w-prose text-ink-soft">{words.favourites(habits)}</p>}
      {habits.unfit !== null && <p className="max-w-prose text-sm text-ink-soft">{say(`error.${habits.unfit}`)}</p>}
    </div>
  );
}

function Rhythm({ habits, asOf }: { habits: Habits; asOf: string | undefined }) {
  const say = useMessages();
  const formats = useFormats();
  const words = useHabitWords();
  const { workspace } = useSignedIn();
  const shown = habits.visits.slice(-60);
  const largest = Math.max(1, ...shown.map((visit) => visit.totalMinor));
  const { rhythm } = habits;
  return (
    <RhythmChart
      summary={words.rhythm(habits)}
      visits={shown.map((visit) => ({
        on: visit.on,
        weight: visit.totalMinor / largest,
        label: say('purchases.habits.visit', { on: formats.date(visit.on), total: formats.money(visit.totalMinor, workspace.currency) }),
      }))}
      today={asOf ?? workspace.today}
      todayLabel={asOf ? formats.date(asOf) : say('purchases.habits.today')}
      {...(rhythm
        ? {
            expected: {
              from: rhythm.dueFromOn,
              until: rhythm.dueUntilOn,
              label: say('purchases.habits.expected', { from: formats.date(rhythm.dueFromOn), until: formats.date(rhythm.dueUntilOn) }),
            },
          }
        : {})}
    />
  );
}

function Value({ habits }: { habits: Habits }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const money = (minor: number) => formats.money(minor, workspace.currency, { whole: true });
  const { outlook } = habits;
  const between = (low: string, high: string) => say('purchases.value.between', { low, high });
  const count = (value: number) => formats.number(value, { maximumFractionDigits: 1 });
  return (
    <Stats>
      <Stat
        label={say('purchases.value.spent')}
        value={money(habits.spentMinor)}
        note={say('purchases.value.visits', { count: habits.visits.length })}
      />
      {habits.usualBasketMinor !== null && (
        <Stat label={say('purchases.value.basket')} value={formats.money(habits.usualBasketMinor, workspace.currency)} />
      )}
      {outlook?.spend && (
        <Stat
          label={say('purchases.value.spend')}
          value={money(outlook.spend.expected)}
          note={between(money(outlook.spend.low), money(outlook.spend.high))}
        />
      )}
      {outlook?.value && (
        <Stat
          label={say('purchases.value.lifetime')}
          value={money(outlook.value.expected)}
          note={between(money(outlook.value.low), money(outlook.value.high))}
        />
      )}
      {outlook?.alive && (
        <Stat
          label={say('purchases.value.alive')}
          value={formats.percent(outlook.alive.expected)}
          note={between(formats.percent(outlook.alive.low), formats.percent(outlook.alive.high))}
        />
      )}
      {outlook && (
        <Stat
          label={say('purchases.value.in_90')}
          value={count(outlook.visitsIn90.expected)}
          note={between(count(outlook.visitsIn90.low), count(outlook.visitsIn90.high))}
        />
      )}
      {outlook && (
        <Stat
          label={say('purchases.value.in_365')}
          value={count(outlook.visitsIn365.expected)}
          note={between(count(outlook.visitsIn365.low), count(outlook.visitsIn365.high))}
        />
      )}
    </Stats>
  );
}
