import { createContext, useContext } from 'react';
import type { Rights } from '#kit/contract/route.ts';

export type Right = keyof Rights;

/** What the reader of the page may do. The server decides again at every request. */
export type ReaderRights = {
  readonly has: (right: Right) => boolean;
  /** Who has a right, for somebody who has not. */
  readonly reasonAgainst: (right: Right) => string;
};

/** Given by the frame to the pages of a workspace; around it nothing asks for a right. */
export const RightsContext = createContext<ReaderRights>({ has: () => true, reasonAgainst: () => '' });

/** Whether the reader may do something, and where not, why: `const { may, reason } = useRight('exportCustomers')`. Buttons take it as `needs`. */
export function useRight(right: Right | undefined): { readonly may: boolean; readonly reason: string } {
  const { has, reasonAgainst } = useContext(RightsContext);
  return right === undefined || has(right) ? { may: true, reason: '' } : { may: false, reason: reasonAgainst(right) };
}
