import { err, ok, type Result } from '#kit/domain/result.ts';
import { tidyLine } from '../name.ts';

/** How two people know each other; `referred` has a direction: the first sent the second. */
export const linkKinds = ['family', 'friend', 'colleague', 'neighbour', 'referred'] as const;
export type LinkKind = (typeof linkKinds)[number];

export type LinkTold = {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly note?: string | null | undefined;
};

export type LinkWords = { readonly from: string; readonly to: string; readonly kind: LinkKind; readonly note: string | null };

/** Refused: `circle.self`, somebody who would know themselves. */
export function readLink(told: LinkTold): Result<LinkWords> {
  if (told.from === told.to) return err('circle.self', {}, 'to');
  return ok({ from: told.from, to: told.to, kind: told.kind, note: tidyLine(told.note) });
}
