import { reasonsToAct as ofCadence } from '#features/cadence/server/index.ts';
import { reasonsToAct as ofConversations } from '#features/conversations/server/index.ts';
import type { ReasonsAsked, ReasonsFound } from '#features/people/domain/index.ts';
import { reasonsToAct as ofPeople } from '#features/people/server/index.ts';
import { reasonsToAct as ofPromises } from '#features/promises/server/index.ts';
import { reasonsToAct as ofPurchases } from '#features/purchases/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';

/** Everyone who may know why a customer should hear from us. A feature with reasons of its own adds one line. */
export const reasonSources: readonly ((tx: Tx, asked: ReasonsAsked) => Promise<ReasonsFound>)[] = [
  ofPeople,
  ofConversations,
  ofPurchases,
  ofPromises,
  ofCadence,
];
