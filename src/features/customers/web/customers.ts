import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { CustomerCard, CustomerRow, customersApi } from '../api.ts';
import { customIdIn, recordColumns } from '../domain/index.ts';
import { sortOf, sortText, type CustomersSearch } from './customers-search.ts';

export const api = apiOf<typeof customersApi>();

export type Row = z.output<typeof CustomerRow>;
export type Card = z.output<typeof CustomerCard>;

type Turn = { readonly after?: string; readonly before?: string; readonly page?: 'first' | 'last' };

/** The list page by page, both ways, with what these columns show. While another list is on its way, the one before stays. */
export function useCustomerPages(search: CustomersSearch, columns: readonly { readonly id: string }[]) {
  const { stage, risk, owner, name, where, asOf, page } = search;
  const asked = {
    sort: sortText(sortOf(search)),
    stage,
    risk,
    owner,
    name: name?.trim() || undefined,
    where,
    asOf,
    fields: columns.flatMap(({ id }) => customIdIn(id) ?? []).join(',') || undefined,
    record: recordColumns.filter((column) => columns.some(({ id }) => id === column)).join(',') || undefined,
  };
  const first: Turn = page === 'last' ? { page } : {};
  return useInfiniteQuery({
    queryKey: ['/api/customers', 'by page', { ...asked, page }],
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) => api.query('get', '/api/customers', { query: said({ ...asked, ...pageParam }) }).queryFn({ signal }),
    getNextPageParam: ({ next }): Turn | undefined => (next === null ? undefined : { after: next }),
    getPreviousPageParam: ({ previous }): Turn | undefined => (previous === null ? undefined : { before: previous }),
    placeholderData: keepPreviousData,
  });
}

type Said<Asked> = { [Name in keyof Asked]?: Exclude<Asked[Name], undefined> };

/** Without what nobody asked for. */
function said<Asked extends object>(asked: Asked): Said<Asked> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Said<Asked>;
}
