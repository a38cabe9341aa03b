import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { FileImported } from '#kit/contract/file-import.ts';

export type LookedAt = { readonly import: string; readonly mapping: unknown };
export type Imported = z.output<typeof FileImported> & { readonly result: unknown };
type Query<Answer> = { readonly queryKey: readonly unknown[]; readonly queryFn: (call: { signal: AbortSignal }) => Promise<Answer> };

/** Files of one kind as pages meet them: how they would be read (`Looked`), what a person says of that (`Given`), where they stand (`Seen`). */
export type FileImports<Looked extends LookedAt = LookedAt, Given extends object = object, Seen extends Imported = Imported> = {
  /** The page where they are brought; each has its own below it. */
  readonly place: string;
  readonly uploadAddress: (fileName: string) => string;
  readonly look: (id: string, given: Given) => Promise<Looked>;
  readonly start: (id: string, mapping: Looked['mapping']) => Promise<Seen>;
  readonly cancel: (id: string) => Promise<Seen>;
  readonly seen: (id: string) => Query<Seen>;
  readonly earlier: () => Query<{ readonly imports: readonly Seen[] }>;
};

/** How the file would be read with what a person said. While a new look is under way, the last one stays to be looked at. */
export function useLook<Looked extends LookedAt, Given extends object, Seen extends Imported>(
  imports: FileImports<Looked, Given, Seen>,
  id: string,
  given: Given,
) {
  return useQuery({
    queryKey: lookKey(imports.place, id, given),
    queryFn: () => imports.look(id, given),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

/** The first look came with the upload; it need not be asked for again. */
export function adoptLook(client: QueryClient, place: string, looked: LookedAt): void {
  client.setQueryData(lookKey(place, looked.import, {}), looked);
}

/** What was understood before a person said anything; nothing after a reload. */
export function firstLook<Looked extends LookedAt>(client: QueryClient, { place }: Looking<Looked>, id: string): Looked | undefined {
  return client.getQueryData<Looked>(lookKey(place, id, {}));
}

type Looking<Looked> = { readonly place: string; readonly look: (id: string, given: never) => Promise<Looked> };

function lookKey(place: string, id: string, given: object) {
  return [`${place}/look`, id, given] as const;
}

/** What was said about a file stays said when the page is loaded again. */
export function useGiven<Given extends object>(id: string): [Given, (change: Given) => void] {
  const place = `tend.import.${id}`;
  const [given, setGiven] = useState(() => JSON.parse(sessionStorage.getItem(place) ?? '{}') as Given);
  return [
    given,
    (change) => {
      const all = { ...given, ...change };
      sessionStorage.setItem(place, JSON.stringify(all));
      setGiven(all);
    },
  ];
}
