import { listColleagues, namesOfColleagues } from '#features/access/server/index.ts';
import { inEveryWorkspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import type { Duty } from '#kit/server/duties.ts';
import type { Job } from '#kit/server/jobs.ts';
import { duplicatesApi } from '../../api/duplicates.ts';
import { customOpenToChoice, isOpenToChoice, mergeFields } from '../../domain/duplicates/index.ts';
import { namesOfCustomers, readCustomerOf } from '../actions.ts';
import { customerAnswer } from '../answers.ts';
import { listCustomFields } from '../custom-fields/field-store.ts';
import { findCandidate, findNotDuplicate } from './candidate-store.ts';
import { readCandidates, sayNotSame, takeBackNotSame } from './candidates.ts';
import { lookAt } from './look-at.ts';
import { lookJob, takeSome } from './look-soon.ts';
import { lookAtAll } from './look.ts';
import { listMerges } from './merge-store.ts';
import { forgetOldMerges, mergeCustomers, undoDays, undoMerge } from './merge.ts';
import { mergedInto } from './merged-into.ts';

export const duplicateHandlers: readonly Handler[] = [
  handle(duplicatesApi.list, async ({ tx, query }) => await readCandidates(tx, query.limit, query.after)),
  handle(duplicatesApi.compare, async ({ tx, now, services, params }) => {
    const [one, other] = [await readCustomerOf(tx, params.customer), await readCustomerOf(tx, params.other)];
    const hanging = await services.merge.count(tx, [one.id, other.id]);
    const candidate = await findCandidate(tx, one.id, other.id);
    const said = await findNotDuplicate(tx, one.id, other.id);
    const beside = async (id: string) => ({ ...(await customerAnswer(tx, now, id)), hanging: { ...hanging.get(id) } });
    return {
      customer: await beside(one.id),
      other: await beside(other.id),
      differing: mergeFields.filter((field) => isOpenToChoice(field, one, other)),
      differingCustom: await askedOf(tx, customOpenToChoice(one, other)),
      probability: candidate?.probability ?? null,
      reasons: [...(candidate?.reasons ?? [])],
      notSame: said ? { byName: await nameOf(tx, said.said_by), at: said.said_at.toString() } : null,
    };
  }),
  handle(duplicatesApi.merge, async ({ tx, now, who, services, params, body }) => ({
    id: await mergeCustomers(tx, now, who.colleague, services.merge, {
      kept: params.customer,
      gone: params.other,
      choices: { ...body.choices, custom: body.custom },
    }),
  })),
  handle(duplicatesApi.notSame, async ({ tx, now, who, params }) => {
    await sayNotSame(tx, now, who.colleague, params.customer, params.other);
  }),
  handle(duplicatesApi.takeBackNotSame, async ({ tx, now, who, params }) => {
    await takeBackNotSame(tx, now, who.colleague, params.customer, params.other);
  }),
  handle(duplicatesApi.merges, async ({ tx, now }) => {
    const merges = await listMerges(tx, now.subtract({ hours: undoDays * 24 }));
    const names = await namesOfCustomers(
      tx,
      merges.map(({ kept_id }) => kept_id),
    );
    const colleagues = await namesOfColleagues(tx);
    return {
      merges: merges.map(({ id, kept_id, gone_name, merged_by, merged_at }) => {
        const name = names.get(kept_id);
        const kept = name === undefined ? null : { id: kept_id, name };
        return { id, kept, goneName: gone_name, byName: colleagues.get(merged_by) ?? '', at: merged_at.toString() };
      }),
    };
  }),
  handle(duplicatesApi.undo, async ({ tx, now, who, services, params }) => {
    await undoMerge(tx, now, who.colleague, services.merge, params.merge);
  }),
  handle(duplicatesApi.mergedInto, async ({ tx, params }) => {
    const into = await mergedInto(tx, params.customer);
    if (!into) throw fail('customer.not_found');
    return into;
  }),
];

export const duplicateJobs: readonly Job[] = [
  {
    name: lookJob,
    run: async ({ workspace, input, services, signal }) => {
      const { everybody } = input as { readonly everybody?: true };
      await services.database.transaction({ workspace }, async (tx) => {
        if (everybody) await lookAtAll(tx, services.clock(), signal);
        else await lookAt(tx, services.clock(), await takeSome(tx), signal);
      });
    },
  },
];

/** Every night everybody is compared with everybody, and what could undo merges that are too old is forgotten. */
export const duplicateDuty: Duty = {
  name: 'people.look_for_duplicates_of_all',
  every: '40 1 * * *',
  run: async (services, signal) =>
    await inEveryWorkspace(
      services,
      (workspace) =>
        services.database.transaction({ workspace }, async (tx) => {
          await lookAtAll(tx, services.clock(), signal);
          await forgetOldMerges(tx, services.clock());
        }),
      signal,
    ),
};

/** Fields that are archived are not asked, here neither. */
async function askedOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await listCustomFields(tx)).flatMap(({ id, isArchived }) => (ids.includes(id) && !isArchived ? id : []));
}

async function nameOf(tx: Tx, colleague: string | null): Promise<string> {
  return (await listColleagues(tx)).find(({ id }) => id === colleague)?.name ?? '';
}
