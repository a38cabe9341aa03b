import { Button } from '#kit/web/button.tsx';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, PromiseIcon, TodayIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { duration } from './duration.ts';
import { HoursMenu } from './hours-menu.tsx';
import type { PlanWays } from './plan.ts';
import type { Today } from './today.ts';

const promisesShown = 3;

/** Minutes for whoever works on a day off all the same; any other time is in the menu beside it. */
const onADayOff = 120;

/** The plan of the morning: the time there is, what is promised by when, and a beginning. Of others, and of past days, it is only shown. */
export function Morning({ today, ways }: { today: Today; ways: PlanWays | undefined }) {
  const say = useMessages();
  const formats = useFormats();
  const { atWork, minutes, startedAt, entries, morePromised } = today;
  const promises = promisesOf(today);
  const isOff = !atWork.works && minutes.said === null;
  return (
    <section aria-label={say('today.plan')} className="flex flex-col gap-3">
      {isOff && (
        <p className="text-ink-soft">
          {say('today.off', {
            because: atWork.because,
            name: atWork.name ?? '',
            until: atWork.untilOn === undefined ? '' : formats.date(atWork.untilOn),
          })}
        </p>
      )}
      {promises.length > 0 && (
        <ul className="tabular flex flex-col gap-1">
          {promises.slice(0, promisesShown).map((promise) => (
            <li key={`${promise.customer} ${promise.dueAt} ${promise.what}`} className="flex gap-2.5">
              <PromiseIcon className={`mt-[0.2em] size-[1.125rem] shrink-0 ${promise.isLate ? 'text-red' : 'text-amber'}`} />
              <span className="min-w-0">
                <time dateTime={promise.dueAt} className={promise.isLate ? 'text-red' : 'text-amber'}>
                  {promise.isLate ? formats.date(formats.dayOf(promise.dueAt)) : formats.time(promise.dueAt)}
                </time>{' '}
                <Link to={`/customers/${promise.customer}`} look="name">
                  <bdi>{promise.name}</bdi>
                </Link>
                : <bdi>{promise.what}</bdi>
              </span>
            </li>
          ))}
          {promises.length > promisesShown && (
            <li className="ps-7 text-ink-soft">{say('today.promises_more', { count: promises.length - promisesShown })}</li>
          )}
        </ul>
      )}
      {minutes.over > 0 && (
        <p className="text-amber">
          <Message id="today.over" values={{ time: duration(minutes.over, say) }} />
        </p>
      )}
      {morePromised > 0 && <p className="text-amber">{say('today.more_promised', { count: morePromised })}</p>}
      {ways && (
        <div className="flex flex-wrap items-center gap-3 print:hidden">
          {isOff && (
            <Button needs="workWithCustomers" icon={TodayIcon} onPress={() => void ways.setMinutes(onADayOff)}>
              {say('today.off.plan', { time: duration(onADayOff, say) })}
            </Button>
          )}
          <HoursMenu minutes={minutes} onChange={(one) => void ways.setMinutes(one)} />
          {startedAt === null && entries.length > 0 && (
            <Button needs="workWithCustomers" icon={CheckIcon} onPress={() => void ways.start()}>
              {say('today.start')}
            </Button>
          )}
          {startedAt !== null && (
            <span className="tabular text-sm text-ink-soft">{say('today.begun', { at: formats.time(startedAt) })}</span>
          )}
        </div>
      )}
    </section>
  );
}

/** What is promised for the day, those due first before the others. */
function promisesOf({ entries }: Today) {
  return entries
    .flatMap(({ customer, reasons }) =>
      reasons.flatMap(({ kind, evidence }) =>
        kind === 'promises.due'
          ? [
              {
                customer: customer.id,
                name: customer.name,
                what: String(evidence['what']),
                dueAt: String(evidence['dueAt']),
                isLate: Number(evidence['daysLate']) > 0,
              },
            ]
          : [],
      ),
    )
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
}
