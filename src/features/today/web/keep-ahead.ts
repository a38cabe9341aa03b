import { useEffect } from 'react';
import { addressesOfCustomer } from '#features/customers/web/index.ts';
import { keepAheadOfTime } from '#kit/web/offline/start.ts';
import type { Today } from './today.ts';

/** So many customers of the list can be looked up without a connection: more than one speaks to between two. */
const most = 15;

/** Has the device keep what one needs on the road: one's own list, promises, and the pages of whoever stands on the list. */
export function useKeptAhead(today: Today | undefined, isOwn: boolean): void {
  const isKept = today !== undefined && isOwn && !today.isPast;
  const entries = isKept ? today.entries.slice(0, most) : [];
  const addresses = isKept
    ? [
        '/api/today',
        '/api/promises?whose=all&limit=50',
        '/api/colleagues',
        '/api/custom-fields',
        ...entries.flatMap(({ customer }) => addressesOfCustomer(customer.id)),
      ]
    : [];
  const asked = addresses.join('\n');
  useEffect(() => {
    if (asked !== '') void keepAheadOfTime(asked.split('\n'));
  }, [asked]);
}
