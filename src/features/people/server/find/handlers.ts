import { namesOfColleagues } from '#features/access/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { findApi } from '../../api/find.ts';
import { findAnyone } from './find-anyone.ts';
import type { Found } from './why.ts';

export const findHandlers: readonly Handler[] = [
  handle(findApi.find, async ({ tx, who, query }) => ({
    found: await toAnswers(tx, await findAnyone(tx, { ...query, asker: who.colleague })),
  })),
];

/** Those found as the API and the terminal tell them: with the name of who answers for them. */
export async function toAnswers(tx: Tx, found: readonly Found[]) {
  const names = await namesOfColleagues(tx);
  return found.map(({ ownerId, spots, why, ...one }) => ({
    ...one,
    owner: { id: ownerId, name: names.get(ownerId) ?? '' },
    spots: spots.map(([from, to]): [number, number] => [from, to]),
    why: why && { ...why, spots: why.spots.map(([from, to]): [number, number] => [from, to]) },
  }));
}
