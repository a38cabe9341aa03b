import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CustomersSearch } from './customers-search.ts';

/** Beside what the server said, so that signing out forgets it, too. */
const key = ['list of customers as last seen'];

/** Remembers the list, so that the way back from a customer leads to where one came from. */
export function useRememberList(search: CustomersSearch): void {
  const client = useQueryClient();
  useEffect(() => {
    client.setQueryDefaults(key, { gcTime: Infinity });
    client.setQueryData(key, search);
  }, [client, search]);
}

/** What the way back to the list has in its address. */
export function useLastList(): Readonly<Record<string, string | undefined>> {
  const client = useQueryClient();
  return { ...client.getQueryData<CustomersSearch>(key) };
}
