import { Fragment } from 'react';
import { Link } from '#kit/web/link.tsx';
import type { Customer } from '../customer.ts';
import { useCustomFields, useCustomText } from './fields.ts';

/** What the business wants to know of its customers besides what everybody does, as far as it is known. */
export function OwnFields({ customer, asOf }: { customer: Customer; asOf: string | undefined }) {
  const textOf = useCustomText();
  const fields = useCustomFields();
  const known = fields.flatMap((field) => {
    const value = customer.custom[field.id];
    return value === undefined ? [] : [{ field, value }];
  });
  if (known.length === 0) return null;
  return (
    <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1">
      {known.map(({ field, value }) => (
        <Fragment key={field.id}>
          <dt className="text-sm text-ink-soft">
            <bdi>{field.name}</bdi>
          </dt>
          <dd className="min-w-0 wrap-anywhere">
            {typeof value === 'object' && !Array.isArray(value) ? (
              <Link to={`/customers/${value.id}`} search={{ asOf }} look="name">
                <bdi>{value.name}</bdi>
              </Link>
            ) : (
              <bdi>{textOf(field, value)}</bdi>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
