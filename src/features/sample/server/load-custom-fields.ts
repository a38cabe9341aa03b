import type { CustomValue, CustomValues } from '#features/people/domain/index.ts';
import { defineCustomField, listCustomFields } from '#features/people/server/index.ts';
import type { BusinessRows } from '#fixtures/business-rows.ts';
import type { Tx } from '#kit/server/db/index.ts';

/**
 * Defines the sample's own fields; answers what each of its customers has in them, by the ids of the rows. Where a workspace has fields already it keeps to
 * these.
 */
export async function addCustomFields(
  tx: Tx,
  business: BusinessRows,
  { now, owner }: { readonly now: Temporal.Instant; readonly owner: string },
): Promise<ReadonlyMap<string, CustomValues>> {
  const known = new Map<string, Record<string, CustomValue>>();
  if ((await listCustomFields(tx)).length > 0) return known;
  for (const { values, choices, ...told } of business.customFields) {
    const id = await defineCustomField(tx, now, owner, { ...told, choices: choices.map((name) => ({ name })) });
    const offered = (await listCustomFields(tx)).find((field) => field.id === id)?.choices.map((choice) => choice.id) ?? [];
    for (const { customerId, value } of values) {
      const chosen = typeof value === 'object' ? value.flatMap((place) => offered[place] ?? []) : [];
      const kept = typeof value === 'object' ? (told.kind === 'choices' ? chosen : (chosen[0] ?? '')) : value;
      known.set(customerId, { ...known.get(customerId), [id]: kept });
    }
  }
  return known;
}
