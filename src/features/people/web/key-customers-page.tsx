import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { KeyCustomerIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { api } from './customer.ts';
import { PersonName } from './person-name.tsx';

/** The short list of the most important customers with the reasons why, those first who are to be looked at again first. */
export function KeyCustomersPage() {
  const say = useMessages();
  const formats = useFormats();
  const found = useQuery(api.query('get', '/api/key-customers'));
  const customers = found.data?.customers ?? [];
  return (
    <Page
      title={say('people.keys.title')}
      lede={say('people.keys.lede')}
      back={{ to: '/customers', text: say('people.keys.back') }}
      width="narrow"
    >
      {found.isPending && <Skeleton lines={5} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && customers.length === 0 && (
        <EmptyState icon={KeyCustomerIcon} title={say('people.keys.none')}>
          {say('people.keys.none.text')}
        </EmptyState>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {customers.map((one) => (
          <li key={one.id} className="flex flex-col gap-1 py-4">
            <span className="flex flex-wrap items-baseline justify-between gap-x-6">
              <Link to={`/customers/${one.id}`} look="name">
                <PersonName customer={one} />
              </Link>
              <span className={`text-sm ${one.isDue ? 'text-amber' : 'text-ink-soft'}`}>
                {say(one.isDue ? 'people.key.review_due' : 'people.key.review', { on: formats.date(one.reviewOn) })}
              </span>
            </span>
            <bdi className="max-w-prose">{one.reason}</bdi>
            <bdi className="text-sm text-ink-soft">{one.owner.name}</bdi>
          </li>
        ))}
      </ul>
    </Page>
  );
}
