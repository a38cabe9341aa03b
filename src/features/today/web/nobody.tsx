import { useQuery } from '@tanstack/react-query';
import type { customersApi } from '#features/customers/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, ImportIcon, TodayIcon } from '#kit/web/icons.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import type { Today } from './today.ts';

const customers = apiOf<typeof customersApi>();

/** Why the plan is empty: the time is used or there is none, nobody is known yet, all is done, or nobody needs us. */
export function Nobody({ today }: { today: Today }) {
  const say = useMessages();
  const anyone = useQuery(customers.query('get', '/api/customers', { query: { limit: 1 } }));
  if (today.waiting.count > 0) {
    const { available } = today.minutes;
    return (
      <p className="text-ink-soft">
        {say(available > 0 ? 'today.nobody.hours' : 'today.nobody.no_hours')}{' '}
        {say('today.nobody.hours.text', { count: today.waiting.count })}
      </p>
    );
  }
  if (today.done > 0) {
    return (
      <EmptyState icon={CheckIcon} title={say('today.nobody.done')}>
        {say('today.nobody.done.text', { count: today.done })}
      </EmptyState>
    );
  }
  if (anyone.data?.customers.length === 0 && !today.isPast) {
    return (
      <EmptyState
        icon={ImportIcon}
        title={say('today.nobody.yet')}
        actions={
          <ButtonLink to="/start" look="main">
            {say('today.nobody.yet.start')}
          </ButtonLink>
        }
      >
        {say('today.nobody.yet.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={TodayIcon} title={say('today.nobody.calm')}>
      {say('today.nobody.calm.text')}
    </EmptyState>
  );
}
