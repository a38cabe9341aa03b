import { useQuery } from '@tanstack/react-query';
import { Message } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { Problem } from '#kit/web/problem.ts';
import { findMergedInto } from './duplicates.ts';

/** Whether what went wrong is that a customer has become one with another. */
export function isMerged(error: unknown): boolean {
  return error instanceof Problem && error.code === 'customer.merged';
}

/** Leads on from the address of a customer who became one with another. */
export function MergedInto({ customer }: { customer: string }) {
  const { data } = useQuery({ queryKey: ['/api/merged', customer], queryFn: () => findMergedInto(customer) });
  if (!data) return null;
  return (
    <Notice>
      <Message
        id="duplicates.merged_into"
        values={{
          name: (
            <Link to={`/customers/${data.id}`}>
              <bdi>{data.name}</bdi>
            </Link>
          ),
        }}
      />
    </Notice>
  );
}
