import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { duplicatesApi, DuplicatePair, mergeField } from '../../api/duplicates.ts';

const api = apiOf<typeof duplicatesApi>();

export type Pair = z.output<typeof DuplicatePair>;
export type PairReason = Pair['reasons'][number];
export type MergeField = z.output<typeof mergeField>;
export type Compared = z.output<typeof duplicatesApi.compare.answer>;
export type Beside = Compared['customer'];

/** The pairs, page by page. */
export function useDuplicates() {
  return useInfiniteQuery({
    queryKey: ['/api/duplicates', 'by page'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('get', '/api/duplicates', { query: { limit: 30, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useCompared(customer: string, other: string) {
  return useQuery(api.query('get', '/api/duplicates/{customer}/{other}', { params: { customer, other } }));
}

export function useMerges() {
  return useQuery(api.query('get', '/api/merges'));
}

type Side = 'kept' | 'gone';
type Choices = { readonly choices: Partial<Record<MergeField, Side>>; readonly custom: Record<string, Side> };

export async function merge(customer: string, other: string, body: Choices): Promise<string> {
  return (await api.call('post', '/api/duplicates/{customer}/{other}/merge', { params: { customer, other }, body })).id;
}

export function undoMerge(id: string): Promise<unknown> {
  return api.call('post', '/api/merges/{merge}/undo', { params: { merge: id } });
}

export function sayNotSame(customer: string, other: string): Promise<unknown> {
  return api.call('put', '/api/duplicates/{customer}/{other}/not-same', { params: { customer, other } });
}

export function takeBackNotSame(customer: string, other: string): Promise<unknown> {
  return api.call('delete', '/api/duplicates/{customer}/{other}/not-same', { params: { customer, other } });
}

/** Who stands today for a customer that was merged. */
export function findMergedInto(customer: string): Promise<{ id: string; name: string }> {
  return api.call('get', '/api/merged/{customer}', { params: { customer } });
}
