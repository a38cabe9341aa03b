import { recordFieldSources } from '#features/people/server/index.ts';
import { unwrap } from '#kit/domain/result.ts';
import type { FieldSource } from '#kit/server/field-source.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { readConditions, recordFields, rowFields, type Field } from '../domain/index.ts';
import { rowColumns, type Asked } from './condition-sql.ts';

export type SourcedField = { readonly field: Field; readonly source: FieldSource | string };

/** Everything that the workspace's lists can be narrowed by. */
export async function listFields(_tx: Tx): Promise<readonly SourcedField[]> {
  return [
    ...rowFields.map((field) => ({ field, source: rowColumns[field.id] ?? '' })),
    ...recordFields.map((field) => ({ field, source: recordFieldSources[field.id] })),
  ];
}

/** What an address asks, ready to be asked of the database; refuses what `readConditions` refuses. */
export async function conditionsOf(tx: Tx, where: string | undefined): Promise<readonly Asked[]> {
  if (where === undefined || where === '') return [];
  const fields = await listFields(tx);
  const conditions = unwrap(
    readConditions(
      where,
      fields.map(({ field }) => field),
    ),
  );
  return conditions.flatMap((condition) => {
    const found = fields.find(({ field }) => field.id === condition.field);
    return found ? [{ condition, ...found }] : [];
  });
}
