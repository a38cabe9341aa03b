import { holdColleagues, type HeldColleagues } from '#features/access/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { err, FailureError, ok, type Failure, type Result } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { refusePair, requireParent, type CustomerToMake } from './actions.ts';
import { readManyTold } from './custom-fields/values.ts';
import { ownerOfNewCustomers } from './ensure-customers.ts';
import { fieldOfErased, readErased, type ErasedPeople } from './erased/traces.ts';
import { insertCustomers, prepareCustomer, type NewCustomer, type PreparedCustomer } from './write-customers.ts';

export type MadeMany = {
  /** The id of each customer who was made, by the place in what was told. */
  readonly made: readonly { readonly place: number; readonly id: string }[];
  readonly refused: readonly { readonly place: number; readonly failure: Failure }[];
};

/**
 * Makes many customers in a few statements. Those who can be made are; each of the others is answered with what `createCustomer` would have
 * refused, or with `customer.erased`: somebody who was erased comes back one by one, on purpose.
 */
export async function createCustomers(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  told: readonly CustomerToMake[],
): Promise<MadeMany> {
  const today = todayOf(await readWorkspace(tx), now);
  const usualOwner = await ownerOfNewCustomers(tx);
  const named = [...new Set(told.flatMap(({ ownerId, deputyId }) => [ownerId ?? [], deputyId ?? []].flat()))];
  const held = await holdColleagues(tx, named, 'stay');
  const erased = await readErased(tx);
  const results: Result<PreparedCustomer>[] = [];
  const own = await readManyTold(
    tx,
    told.map(({ kind, custom }) => ({ holder: { id: undefined, kind, custom: {} }, told: custom })),
  );
  for (const [place, { custom: _, ...one }] of told.entries()) {
    const custom = own[place];
    if (custom && 'failure' in custom) {
      results.push({ ok: false, failure: custom.failure });
      continue;
    }
    const prepared = prepareCustomer({ ...one, custom: custom?.values }, { now, today, ownerId: one.ownerId ?? usualOwner });
    results.push(prepared.ok ? await standing(tx, held, erased, one, prepared.value) : prepared);
  }
  const written = await insertCustomers(
    tx,
    now,
    colleague,
    results.flatMap((result) => (result.ok ? [result.value] : [])),
  );
  const ended = results.map((result): Result<string> => {
    if (!result.ok) return result;
    const { id, externalId } = result.value;
    return written.has(id) ? ok(id) : err('customer.external_id_taken', { externalId: externalId ?? '' }, 'externalId');
  });
  return {
    made: ended.flatMap((result, place) => (result.ok ? [{ place, id: result.value }] : [])),
    refused: ended.flatMap((result, place) => (result.ok ? [] : [{ place, failure: result.failure }])),
  };
}

async function standing(
  tx: Tx,
  held: HeldColleagues,
  erased: ErasedPeople | undefined,
  told: NewCustomer,
  customer: PreparedCustomer,
): Promise<Result<PreparedCustomer>> {
  const field = erased && fieldOfErased(erased, { ...customer.details, externalId: customer.externalId });
  if (field !== undefined) return err('customer.erased', {}, field);
  try {
    refusePair(held, told, customer);
    if (customer.details.parentId !== null) await requireParent(tx, customer.details.parentId, customer.id);
    return ok(customer);
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: error.failure };
    throw error;
  }
}
