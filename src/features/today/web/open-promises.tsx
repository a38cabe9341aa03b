import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { promisesApi } from '#features/promises/api.ts';
import { PromiseRow } from '#features/promises/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';

const promises = apiOf<typeof promisesApi>();

/** What is open to a customer, each with what can be done about it; done when nothing is. */
export function OpenPromises({ customer, onDone }: { customer: string; onDone: () => void }) {
  const { data, isPending, isError, error, refetch } = useQuery(
    promises.query('get', '/api/customers/{customer}/promises', { params: { customer }, query: {} }),
  );
  const open = data?.promises.filter((promise) => promise.state === 'open');
  const count = open?.length;
  const list = useRef<HTMLUListElement>(null);
  const isBegun = useRef(false);
  useEffect(() => {
    if (count === undefined || count === 0) return;
    // The hand goes on from where it was: to the first that can be kept, and to the next once that one is settled.
    if (!isBegun.current || document.activeElement === document.body) list.current?.querySelector('button')?.focus();
    isBegun.current = true;
  }, [count]);
  useEffect(() => {
    if (count === 0) onDone();
  }, [count, onDone]);
  if (isError) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton lines={2} />;
  return (
    <ul ref={list} className="flex flex-col divide-y divide-line border-y border-line">
      {open?.map((promise) => (
        <li key={promise.id}>
          <PromiseRow promise={promise} />
        </li>
      ))}
    </ul>
  );
}
