import type { ReactNode } from 'react';
import { Button } from './button.tsx';

type Pages = { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> };

/** Beneath a list that comes piece by piece: asks for the next one, while there is one. */
export function More({ pages, children }: { pages: Pages; children: ReactNode }) {
  if (!pages.hasNextPage) return null;
  return (
    <div>
      <Button onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
        {children}
      </Button>
    </div>
  );
}
