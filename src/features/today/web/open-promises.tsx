import { useQuery } from '@tanstack/react-query';
import type { promisesApi } from '#features/promises/api.ts';
import { PromiseRow } from '#features/promises/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';

const promises = apiOf<typeof promisesApi>();

/** What is open to a customer, each with what can be done about it. */
export function OpenPromises({ customer }: { customer: string }) {
  const { data, isPending, isError, error, refetch } = useQuery(
    promises.query('get', '/api/customers/{customer}/promises', { params: { customer }, query: {} }),
  );
  if (isError) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton lines={2} />;
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line">
      {data.promises
        .filter((promise) => promise.state === 'open')
        .map((promise) => (
          <li key={promise.id}>
            <PromiseRow promise={promise} />
          </li>
        ))}
    </ul>
  );
}
