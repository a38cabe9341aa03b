import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { ContactAnalysis, ContactCounts, ContactImport, contactsApi, GivenContactMapping } from '../api.ts';

export const api = apiOf<typeof contactsApi>();

export type Analysis = z.output<typeof ContactAnalysis>;
export type Counts = z.output<typeof ContactCounts>;
export type ImportSeen = z.output<typeof ContactImport>;

/** What a person said about a file; the rest is guessed anew with every look. */
export type Given = z.input<typeof GivenContactMapping>;

export function importQuery(id: string) {
  return api.query('get', '/api/contact-imports/{import}', { params: { import: id } });
}

/** The first look came with the upload; it need not be asked for again. */
export function adoptAnalysis(client: QueryClient, analysis: Analysis): void {
  client.setQueryData(analysisKey(analysis.import, {}), analysis);
}

/** How the file would be read with what a person said. While a new look is under way, the last one stays to be looked at. */
export function useAnalysis(id: string, given: Given) {
  return useQuery({
    queryKey: analysisKey(id, given),
    queryFn: () => api.call('post', '/api/contact-imports/{import}/analysis', { params: { import: id }, body: given }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

function analysisKey(id: string, given: Given) {
  return ['/api/contact-imports/{import}/analysis', id, given] as const;
}

/** What was said about a file stays said when the page is loaded again. */
export function useGiven(id: string): [Given, (change: Given) => void] {
  const place = `tend.contacts.${id}`;
  const [given, setGiven] = useState<Given>(() => JSON.parse(sessionStorage.getItem(place) ?? '{}') as Given);
  return [
    given,
    (change) => {
      const all = { ...given, ...change };
      sessionStorage.setItem(place, JSON.stringify(all));
      setGiven(all);
    },
  ];
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function byCount(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).toSorted(([, one], [, other]) => other - one);
}
