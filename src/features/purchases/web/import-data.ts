import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { AnalysisAnswer, ImportAnswer, ImportMapping, purchaseImportsApi } from '../api.ts';

export const api = apiOf<typeof purchaseImportsApi>();

export type Analysis = z.output<typeof AnalysisAnswer>;
export type ImportSeen = z.output<typeof ImportAnswer>;
export type Mapping = z.output<typeof ImportMapping>;
export type Question = Analysis['questions'][number];

/** What a person said about a file; the rest is guessed anew with every look. */
export type Given = {
  readonly [Part in Exclude<keyof Mapping, 'file'>]?: Mapping[Part] | undefined;
} & { readonly file?: Partial<Mapping['file']> };

export function importQuery(id: string) {
  return api.query('get', '/api/purchase-imports/{import}', { params: { import: id } });
}

/** The first look came with the upload; it need not be asked for again. */
export function adoptAnalysis(client: QueryClient, analysis: Analysis): void {
  client.setQueryData(analysisKey(analysis.import, {}), analysis);
}

/** How the file would be read with what a person said. While a new look is under way, the last one stays to be looked at. */
export function useAnalysis(id: string, given: Given) {
  return useQuery({
    queryKey: analysisKey(id, given),
    queryFn: () => api.call('post', '/api/purchase-imports/{import}/analysis', { params: { import: id }, body: given }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

function analysisKey(id: string, given: Given) {
  return ['/api/purchase-imports/{import}/analysis', id, given] as const;
}

/** The reading as it stands with what a person just said, even while the server is still looking again. */
export function withGiven(mapping: Mapping, given: Given): Mapping {
  return {
    file: { ...mapping.file, ...given.file },
    columns: given.columns ?? mapping.columns,
    dateOrder: given.dateOrder ?? mapping.dateOrder,
    decimalMark: given.decimalMark ?? mapping.decimalMark,
    currency: given.currency ?? mapping.currency,
    numbering: given.numbering ?? mapping.numbering,
    kinds: given.kinds ?? mapping.kinds,
  };
}

/** What was said about a file stays said when the page is loaded again. */
export function useGiven(id: string): [Given, (change: Given) => void] {
  const place = `tend.import.${id}`;
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

/** What the columns were taken for before a person said anything; empty after a reload. */
export function firstGuesses(client: QueryClient, id: string): Analysis['guesses'] {
  return client.getQueryData<Analysis>(analysisKey(id, {}))?.guesses ?? [];
}
