import type { ReactNode } from 'react';
import { Pulse } from '#features/conversations/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { Card } from './customers.ts';

/** How things stand between a customer and us, in four lines. */
export function Standing({ card }: { card: Card }) {
  const say = useMessages();
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start items-baseline gap-x-5 gap-y-3">
      <Line label={say('customers.standing.feel')}>
        <Feeling card={card} />
      </Line>
      <Line label={say('customers.standing.owe')}>
        <Owed card={card} />
      </Line>
      <Line label={say('customers.standing.next')}>
        <Next card={card} />
      </Line>
      <Line label={say('customers.standing.talked')}>
        <Talked card={card} />
      </Line>
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Feeling({ card: { pulse, day } }: { card: Card }) {
  const say = useMessages();
  const formats = useFormats();
  if (pulse === null) return <Nothing>{say('customers.standing.feel.unread')}</Nothing>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <Pulse pulse={pulse.value} />
      <span className="text-sm text-ink-soft">{formats.relativeDay(formats.dayOf(pulse.at), day)}</span>
    </span>
  );
}

function Owed({ card: { openPromises, nextPromiseDueAt, day } }: { card: Card }) {
  const say = useMessages();
  const formats = useFormats();
  if (openPromises === 0 || nextPromiseDueAt === null) return <Nothing>{say('customers.standing.owe.nothing')}</Nothing>;
  const dueOn = formats.dayOf(nextPromiseDueAt);
  const isPast = dueOn.toString() < day;
  const due = formats.relativeDay(dueOn, day);
  return (
    <span className={isPast ? 'text-red' : 'text-amber'}>
      {say(isPast ? 'customers.standing.owe.overdue' : 'customers.standing.owe.due', { count: openPromises, due })}
    </span>
  );
}

function Next({ card: { stage, nextDue, silentFromOn, day } }: { card: Card }) {
  const say = useMessages();
  const formats = useFormats();
  /** The year goes without saying where it cannot be another. */
  const near = (on: string) => (daysBetween(day, on) < 300 ? formats.dayMonth(on) : formats.date(on));
  if (stage === 'prospect') return <Nothing>{say('customers.standing.next.prospect')}</Nothing>;
  if (silentFromOn !== null && silentFromOn <= day) return say('customers.standing.next.silent', { on: near(silentFromOn) });
  if (nextDue === null) return <Nothing>{say('customers.standing.next.unknown')}</Nothing>;
  if (nextDue.untilOn < day) return say('customers.standing.next.late', { until: near(nextDue.untilOn) });
  return say('customers.standing.next.expected', { from: near(nextDue.fromOn), until: near(nextDue.untilOn) });
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Temporal.PlainDate.from(one).until(other).days);
}

function Talked({ card: { lastContactAt, day } }: { card: Card }) {
  const say = useMessages();
  const formats = useFormats();
  if (lastContactAt === null) return <Nothing>{say('customers.standing.talked.never')}</Nothing>;
  const on = formats.dayOf(lastContactAt);
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      {formats.relativeDay(on, day)}
      <span className="text-sm text-ink-soft">{formats.date(on)}</span>
    </span>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return <span className="text-ink-soft">{children}</span>;
}
